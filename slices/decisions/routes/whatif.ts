/** `moothall whatif`: published decisions under another method or constitution; which outcomes flip, and why. */
import { parseArgs } from 'node:util'
import type { Command, Given } from '#kernel/slice.ts'
import { StartError, UsageError } from '#kernel/start-error.ts'
import { localeFor, type Words, wordsIn } from '#kernel/words.ts'
import { AnyPublication, OtherRules, type Told, whatIf } from '../rules/what-if.ts'
import { checkMethod, languageOf } from './asked.ts'
import { readPublished, textOf } from './publications-file.ts'
import { sayRefusal } from './refusals.ts'
import { saySentence } from './tally.ts'

function readRules(file: string): OtherRules {
  try {
    return OtherRules.parse(JSON.parse(textOf(file)))
  } catch (cause) {
    if (cause instanceof StartError) throw cause
    throw new StartError(
      `${file} is no constitution that decisions can be counted under: {"questions": {"*": {"quorum": {"of": "voters", "reach": "1/2"}}}}.`,
    )
  }
}

/** The rules that were asked for; throws a UsageError when there are none. */
function rulesAsked(method: string | undefined, constitution: string | undefined): OtherRules {
  if (method === undefined && constitution === undefined)
    throw new UsageError('Say under what: --method METHOD, or --constitution FILE.')
  const rules = constitution === undefined ? {} : readRules(constitution)
  return method === undefined ? rules : { ...rules, elections: { method: checkMethod(method) } }
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

function tell(told: Told, words: Words): { line: string; json: object } {
  const { title } = told
  if ('untold' in told) {
    const why = sayRefusal(told.untold, [], words)
    return { line: words.say(SAID.untold, { title, why }), json: { title, untold: why } }
  }
  const why = told.why.map((sentence) => saySentence(sentence, words))
  const line = words.say(told.flips ? SAID.flips : SAID.stays, { title, why: why.join(' ') })
  return { line, json: { ...told, why } }
}

/** Tells what was typed; answers the exit code. */
export function tellWhatIf(args: string[], print: Given['print'], language: string): number {
  const { values, positionals: files } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      method: { type: 'string' },
      constitution: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  if (files.length === 0) throw new UsageError('Name at least one file of published decisions.')
  const rules = rulesAsked(values.method, values.constitution)
  const words = wordsIn(localeFor(language))
  const decisions = files.flatMap((file) => readPublished(file, AnyPublication))
  const all = decisions.map((decision) => whatIf(decision, rules))
  for (const told of all) {
    const { line, json } = tell(told, words)
    print(values.json ? JSON.stringify(json) : line)
  }
  const told = all.filter((one) => 'flips' in one)
  const flips = told.filter((one) => one.flips).length
  if (!values.json) print(words.say(SAID.sum, { flips, told: told.length }))
  return told.length === all.length ? 0 : 1
}

export const whatif: Command = {
  name: 'whatif',
  usage: 'FILE… (--method METHOD | --constitution FILE) [--json]',
  summary:
    'Counts published decisions under another method or constitution, and says which outcomes flip, and why.',
  async run({ args, print }) {
    return tellWhatIf(args, print, languageOf(process.env))
  },
}
