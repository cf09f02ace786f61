/** `moothall sample`: draws members to decide, from a table of them and a seed; `recount` draws again. */
import { parseArgs } from 'node:util'
import type { Command, Given } from '#kernel/slice.ts'
import { StartError, UsageError } from '#kernel/start-error.ts'
import { fieldsOf } from '../rules/csv.ts'
import { drawSample, Sampling } from '../rules/sample.ts'
import { textOf } from './publications-file.ts'

/** Members from a table: an id on each line, and its class where there are some; `id` heads it or not. */
function readPool(file: string): Sampling['pool'] {
  const lines = textOf(file)
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
  const rows = lines.filter((line) => line.trim() !== '').map(fieldsOf)
  const members = rows.map(([id, kind]) => ({ id: id?.text ?? '', class: kind?.text ?? '' }))
  return members[0]?.id.toLowerCase() === 'id' ? members.slice(1) : members
}

/** Draws what was typed and prints what is to be published; answers the exit code. */
export function sampleMembers(args: string[], print: Given['print']): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      size: { type: 'string' },
      seed: { type: 'string' },
      title: { type: 'string', default: '' },
      'by-class': { type: 'boolean', default: false },
    },
  })
  const [file] = positionals
  const size = Number(values.size)
  if (!file) throw new UsageError('Name the file of those among whom is drawn.')
  if (!values.seed) throw new UsageError('Say the seed that nobody could choose: --seed TEXT')
  if (!Number.isInteger(size) || size < 1) throw new UsageError('--size is a whole number from 1')
  const asked = { size, byClass: values['by-class'], seed: values.seed, pool: readPool(file) }
  const drawn = Sampling.safeParse({
    moothall: 'sample/1',
    title: values.title,
    ...asked,
    ...drawSample(asked),
  })
  if (!drawn.success)
    throw new StartError(`${file} does not name between 1 and 20,000 members, one on each line.`)
  print(JSON.stringify(drawn.data))
  return 0
}

export const sample: Command = {
  name: 'sample',
  usage: 'FILE --size N --seed TEXT [--by-class] [--title TEXT]',
  summary:
    'Draws members to decide from a table (id, class), by class in proportion where asked; moothall recount draws again.',
  async run({ args, print }) {
    return sampleMembers(args, print)
  },
}
