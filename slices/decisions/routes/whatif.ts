/** `moothall whatif`: published decisions under another method or constitution; which outcomes flip, and why. */
import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { Command, Given } from '#kernel/slice.ts'
import { StartError, UsageError } from '#kernel/start-error.ts'
import { localeFor, type Words, wordsIn } from '#kernel/words.ts'
import { readConstitutionFile } from '#slices/constitutions/index.ts'
import { Published } from '../rules/count/published.ts'
import { Publication } from '../rules/publication.ts'
import { QuestionPublication } from '../rules/question-publication.ts'
import type { Instead } from '../rules/replay/other-rules.ts'
import { replay } from '../rules/replay/replay.ts'
import { OtherRules, whatIf } from '../rules/what-if.ts'
import { insteadFrom } from '../store/other-rules.ts'
import { checkMethod, languageOf } from './asked.ts'
import { readPublished, textOf } from './publications-file.ts'
import { sayRefusal } from './refusals.ts'
import { saySentence } from './tally.ts'
import { type TellOne, tellStored } from './whatif-stored.ts'

const Any = z.discriminatedUnion('moothall', [Publication, QuestionPublication, Published])

/** What a file of rules says: rules laid over those that decisions had, or a whole constitution. */
function readRules(file: string, words: Words): Asked {
  const text = textOf(file)
  const read = readConstitutionFile(text, words.say)
  if ('errors' in read) throw unfit(file, read.errors.map(({ sentence }) => sentence).join(' '))
  const { parts } = read
  const laid = OtherRules.strict().safeParse(parts)
  if (laid.success && Object.keys(parts).length > 0)
    return { instead: { by: 'change', change: laid.data }, laid: laid.data }
  const instead = 'decisions' in parts ? insteadFrom(parts, words) : null
  if (instead) return { instead, laid: {} }
  throw unfit(file, 'It needs its kinds of decision, as moothall constitution check wants them.')
}

const LAID = '{"questions": {"*": {"quorum": {"of": "voters", "reach": "1/2"}}}}'
const unfit = (file: string, why: string) =>
  new StartError(
    `${file} is no constitution that decisions can be counted under. ${why} Rules to be laid over those that they had look so: ${LAID}`,
  )

type Asked = { instead: Instead; laid: OtherRules }

/** The rules that were asked for; throws a UsageError when there are none. */
function rulesAsked(
  method: string | undefined,
  constitution: string | undefined,
  words: Words,
): Asked {
  if (method === undefined && constitution === undefined)
    throw new UsageError('Say under what: --method METHOD, or --constitution FILE.')
  const asked = constitution === undefined ? null : readRules(constitution, words)
  if (method === undefined && asked) return asked
  if (asked && asked.instead.by === 'constitution')
    throw new UsageError('A constitution names its methods itself: leave --method out.')
  const laid = { ...asked?.laid, elections: { method: checkMethod(method ?? '') } }
  return { instead: { by: 'change', change: laid }, laid }
}

const SAID = {
  flips: /*i18n*/ { id: 'decisions.what-if.flips', message: '{title}: flips. {why}' },
  stays: /*i18n*/ { id: 'decisions.what-if.stays', message: '{title}: stays. {why}' },
  untold: /*i18n*/ { id: 'decisions.what-if.untold', message: '{title}: can not be told. {why}' },
  sum: /*i18n*/ {
    id: 'decisions.what-if.sum',
    message:
      '{flips} of {told, plural, one {# decision} other {# decisions}} would have come out otherwise, had all voted as they did.',
  },
}

/** One of a file; what a decision of a circle published is counted as such. */
function tellOne(one: z.output<typeof Any>, { instead, laid }: Asked, words: Words): TellOne {
  const { title } = one
  const told = one.moothall === 'decision/1' ? replay(one, instead) : whatIf(one, laid)
  if ('untold' in told) {
    const untold = sayRefusal(told.untold, [], words)
    return { title, flips: null, why: [untold], json: { title, untold } }
  }
  const why = told.why.map((sentence) => saySentence(sentence, words))
  return { title, flips: told.flips, why, json: { title, ...told, why } }
}

function lineOf({ title, flips, why }: TellOne, words: Words): string {
  const said = flips === null ? SAID.untold : flips ? SAID.flips : SAID.stays
  return words.say(said, { title, why: why.join(' ') })
}

const OPTIONS = {
  method: { type: 'string' },
  constitution: { type: 'string' },
  circle: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

function* tellFiles(files: readonly string[], asked: Asked, words: Words): Generator<TellOne> {
  for (const file of files)
    for (const one of readPublished(file, Any)) yield tellOne(one, asked, words)
}

type Shape = Pick<Given, 'args' | 'print' | 'open'>

/** Tells what was typed; answers the exit code. */
export async function tellWhatIf({ args, print, open }: Shape, language: string): Promise<number> {
  const { values, positionals: files } = parseArgs({
    args,
    allowPositionals: true,
    options: OPTIONS,
  })
  const { circle, json } = values
  if (circle === undefined && files.length === 0)
    throw new UsageError('Name a circle by --circle, or at least one file of published decisions.')
  const words = wordsIn(localeFor(language))
  const asked = rulesAsked(values.method, values.constitution, words)
  const all =
    circle === undefined
      ? tellFiles(files, asked, words)
      : tellStored(await open(), { circle, instead: asked.instead, words })
  const counts = { flips: 0, told: 0, untold: 0 }
  for await (const one of all) {
    print(json ? JSON.stringify(one.json) : lineOf(one, words))
    counts[one.flips === null ? 'untold' : 'told'] += 1
    if (one.flips) counts.flips += 1
  }
  if (!json) print(words.say(SAID.sum, counts))
  return circle === undefined && counts.untold > 0 ? 1 : 0
}

export const whatif: Command = {
  name: 'whatif',
  usage: '(--circle ID | FILE…) (--method METHOD | --constitution FILE) [--json]',
  summary:
    'Counts the decisions of a circle, or published ones from files, under another method or constitution, and says which outcomes flip, and why.',
  async run(given) {
    return tellWhatIf(given, languageOf(process.env))
  },
}
