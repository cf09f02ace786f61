/** `moothall import loomio`: an export of a Loomio group, brought into a circle; what was taken and what was not. */
import { stat } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Command, Given } from '#kernel/slice.ts'
import { isIdOf } from '#kernel/ids.ts'
import { StartError, UsageError } from '#kernel/start-error.ts'
import { localeFor, type Words, wordsIn } from '#kernel/words.ts'
import { circleOf } from '#slices/circles/index.ts'
import type { Report } from '../store/import/report.ts'
import { languageOf } from './asked.ts'
import { bringFile } from './bring-file.ts'
import { tellReport } from './import-words.ts'

const isCircle = isIdOf('cir')

const USAGE = 'FILE --circle ID [--from https://www.loomio.com] [--no-members] [--try] [--json]'
const OPTIONS = {
  circle: { type: 'string' },
  from: { type: 'string' },
  'no-members': { type: 'boolean', default: false },
  try: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const

async function checkFile(file: string): Promise<void> {
  const found = await stat(file).catch(() => null)
  if (!found?.isFile()) throw new StartError(`There is no file ${file} that can be read.`)
}

function addressOf(from: string | undefined): string | null {
  if (from === undefined) return null
  if (!URL.canParse(from) || !/^https?:$/.test(new URL(from).protocol))
    throw new UsageError(
      '--from is the address of the Loomio it comes from: https://www.loomio.com',
    )
  return new URL(from).origin
}

async function bring({ args, open }: Given): Promise<{ report: Report; values: Values }> {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true })
  const [file, ...more] = positionals
  if (!file || more.length > 0 || !values.circle)
    throw new UsageError('Name one file, and the circle that it goes into by --circle.')
  const from = addressOf(values.from)
  await checkFile(file)
  const hall = await open()
  const { circle } = values
  if (!isCircle(circle) || !(await circleOf(hall.db, circle)))
    throw new StartError(
      `There is no circle ${values.circle} here. Its id stands in the address of its page.`,
    )
  const given = { circle, from, members: !values['no-members'], now: hall.clock.now() }
  const { transact } = hall
  const report = await bringFile(transact, { ...given, file, tried: values.try })
  return { report, values }
}

type Values = { json: boolean; try: boolean }

/** Brings in what was typed; `words` says the report. */
export async function runImport(given: Given, words: Words): Promise<number> {
  const { report, values } = await bring(given)
  if (values.json) given.print(JSON.stringify({ tried: values.try, ...report }))
  else for (const line of tellReport(report, values.try, words)) given.print(line)
  return 0
}

export const importLoomioCommand: Command = {
  name: 'import loomio',
  usage: USAGE,
  summary:
    'Brings an export of a Loomio group (NDJSON) into a circle: members, discussions as threads, and closed polls as decisions that can be counted again. Once more changes nothing; --try only says what it would take.',
  run(given) {
    return runImport(given, wordsIn(localeFor(languageOf(process.env))))
  },
}
