/** `moothall tally`: counts elections from files, and shows every step to whoever asks. */
import { isRefusal, refuse, type Refusal } from '#kernel/change.ts'
import type { Command, Given } from '#kernel/slice.ts'
import { localeFor, type Words, wordsIn } from '#kernel/words.ts'
import type { Count } from '../rules/counting.ts'
import { explainCount } from '../rules/explaining.ts'
import { type AnyStep, type Cast, countBy, METHOD_NAMES, tellAnyStep } from '../rules/methods.ts'
import { nearCount, tellNearCount } from '../rules/near-count.ts'
import type { Candidate } from '../rules/papers.ts'
import { pictureOf } from '../rules/picture.ts'
import { publish } from '../rules/publication.ts'
import type { Sentence } from '../rules/telling.ts'
import type { Lot } from '../rules/ties.ts'
import { type Asked, languageOf, lotFor, readAsked } from './asked.ts'
import { readElection } from './election-file.ts'
import { sayRefusal } from './refusals.ts'

/** A sentence in somebody's language, with its lists written as that language writes them. */
export function saySentence({ message, values }: Sentence, words: Words): string {
  const list = new Intl.ListFormat(words.locale, { type: 'unit', style: 'long' })
  const set = Object.entries(values).map(([key, value]) => [
    key,
    Array.isArray(value) ? list.format(value) : value,
  ])
  return words.say(message, Object.fromEntries(set))
}

/** A count with what it was made of. */
type Made = { file: string; election: Cast; lot: Lot; count: Count<AnyStep> }

/** How it was counted, and a change that would have changed it. */
function explained({ election, lot, count }: Made, words: Words): string[] {
  const near = nearCount(count, election, lot)
  const names = election.candidates.map(({ name }) => name)
  const change = near ? [tellNearCount(near, names)] : []
  return [...explainCount(count, election), ...change].map((one) => saySentence(one, words))
}

/** What `--json` prints for one file; candidates are numbered from 1. */
function countJson(made: Made, { transcript, explain }: Asked, words: Words) {
  const { file, election, count } = made
  const elected = count.elected.toSorted((a, b) => a - b)
  return {
    file,
    method: count.method,
    seats: count.seats,
    candidates: election.candidates.length,
    ballots: count.papers + count.empty + (count.invalid ?? 0),
    elected: elected.map((candidate) => candidate + 1),
    names: elected.map((candidate) => election.candidates[candidate]?.name),
    rounds: count.rounds,
    ...(transcript ? { steps: count.steps } : {}),
    ...(explain ? { explained: explained(made, words), picture: pictureOf(count) } : {}),
  }
}

function tellCount(election: Cast, count: Count<AnyStep>, words: Words): string[] {
  const names = election.candidates.map(({ name }) => name)
  return count.steps.flatMap((step) =>
    tellAnyStep(step, names).map((sentence) => saySentence(sentence, words)),
  )
}

/** What was asked for beside the file: none of the above, and groups; refuses who is no candidate. */
function withAsked(cast: Cast, { none, groups }: Asked): Cast | Refusal {
  const named = [...(none === null ? [] : [none]), ...groups.flatMap(({ of }) => of)]
  const stranger = named.find((one) => one < 0 || one >= cast.candidates.length)
  if (stranger !== undefined) return refuse('candidate-unknown', { number: stranger + 1 })
  const candidates = cast.candidates.map((one, at) =>
    at === none ? { ...one, none: true as const } : one,
  )
  return { ...cast, candidates, ...(groups.length > 0 ? { groups } : {}) }
}

/** Counts one file; true when it could be counted. */
function tallyFile(file: string, asked: Asked, telling: Telling): boolean {
  const read = readElection(file, asked)
  const election = isRefusal(read) ? read : withAsked(read, asked)
  if (isRefusal(election)) return tellRefusal(file, election, [], { asked, ...telling })
  const lot = lotFor(election, asked.tie)
  const counted = countBy(asked.method, election, lot)
  if (isRefusal(counted))
    return tellRefusal(file, counted, election.candidates, { asked, ...telling })
  const { print, words } = telling
  const made = { file, election, lot, count: counted }
  if (asked.publish) print(JSON.stringify(publish(election, lot, counted)))
  else if (asked.json) print(JSON.stringify(countJson(made, asked, words)))
  else tellElection(made, { asked, ...telling })
  return true
}

function tellRefusal(
  file: string,
  refusal: Refusal,
  candidates: readonly Candidate[],
  { asked, print, words }: Telling & { asked: Asked },
): false {
  const said = sayRefusal(refusal, candidates, words)
  print(asked.json ? JSON.stringify({ file, ...refusal, said }) : `${file}: ${said}`)
  return false
}

type Telling = Pick<Given, 'print'> & { words: Words }

function tellElection(made: Made, { asked, print, words }: Telling & { asked: Asked }): void {
  const { file, election, count } = made
  const who = count.elected.map((candidate) => election.candidates[candidate]?.name ?? '')
  print(`${file}: ${election.title || count.method}`)
  if (asked.explain) explained(made, words).forEach((line) => print(`  ${line}`))
  if (asked.transcript) tellCount(election, count, words).forEach((line) => print(`  ${line}`))
  print(
    `  ${saySentence(
      {
        message: /*i18n*/ {
          id: 'decisions.tally.elected',
          message: 'By {method}, from {papers, plural, one {# paper} other {# papers}}: {who}.',
        },
        values: { method: count.method, papers: count.papers, who },
      },
      words,
    )}`,
  )
}

/** Counts what was typed; answers the exit code, and throws a UsageError that says how it goes. */
export function tallyFiles(args: string[], print: Given['print'], language: string): number {
  const { files, asked } = readAsked(args)
  const words = wordsIn(localeFor(language))
  let all = true
  for (const file of files) all = tallyFile(file, asked, { print, words }) && all
  return all ? 0 : 1
}

export const tally: Command = {
  name: 'tally',
  usage:
    'FILE… [--method METHOD] [--seats N] [--tie order|none|lot:SEED|3,1,2] [--scale 0-5] [--together N] [--none N] [--least 2:1,4,7] [--json] [--transcript] [--explain] [--publish]',
  summary: `Counts ballots from BLT, CSV, PrefLib or Pabulib files, exactly. Methods: ${METHOD_NAMES.join(', ')}.`,
  async run({ args, print }) {
    return tallyFiles(args, print, languageOf(process.env))
  },
}
