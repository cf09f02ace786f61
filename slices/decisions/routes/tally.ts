/** `moothall tally`: counts elections from files, and shows every step to whoever asks. */
import { parseArgs } from 'node:util'
import { isRefusal, type Refusal } from '#kernel/change.ts'
import type { Command, Given } from '#kernel/slice.ts'
import { UsageError } from '#kernel/start-error.ts'
import { localeFor, type Words, wordsIn } from '#kernel/words.ts'
import type { Count } from '../rules/counting.ts'
import { type AnyStep, type CountRanked, RANKED_METHODS, tellAnyStep } from '../rules/methods.ts'
import type { Candidate, Election } from '../rules/papers.ts'
import { publish } from '../rules/publication.ts'
import type { Sentence } from '../rules/telling.ts'
import { drawLot, type Lot, paperOrder } from '../rules/ties.ts'
import { readElection } from './election-file.ts'
import { sayRefusal } from './refusals.ts'

type Asked = {
  method: string
  seats?: number
  tie: string
  json: boolean
  transcript: boolean
  publish: boolean
}

/** `order`, `lot:SEED`, `none`, or numbers of candidates in the order of the lot: `3,1,2`. */
function lotFor({ candidates, tie }: Election, rule: string): Lot {
  const order = tie ?? paperOrder(candidates.length)
  if (rule === 'none') return null
  if (rule === 'order') return order
  if (rule.startsWith('lot:')) return drawLot(rule.slice('lot:'.length), candidates.length)
  return [...new Set([...rule.split(',').map((one) => Number(one) - 1), ...order])]
}

/** A sentence in somebody's language, with its lists written as that language writes them. */
export function saySentence({ message, values }: Sentence, words: Words): string {
  const list = new Intl.ListFormat(words.locale, { type: 'unit', style: 'long' })
  const set = Object.entries(values).map(([key, value]) => [
    key,
    Array.isArray(value) ? list.format(value) : value,
  ])
  return words.say(message, Object.fromEntries(set))
}

/** What `--json` prints for one file; candidates are numbered from 1. */
function countJson(file: string, election: Election, count: Count<AnyStep>, { transcript }: Asked) {
  const elected = count.elected.toSorted((a, b) => a - b)
  return {
    file,
    method: count.method,
    seats: count.seats,
    candidates: election.candidates.length,
    ballots: count.papers + count.empty,
    elected: elected.map((candidate) => candidate + 1),
    names: elected.map((candidate) => election.candidates[candidate]?.name),
    rounds: count.rounds,
    ...(transcript ? { steps: count.steps } : {}),
  }
}

function tellCount(election: Election, count: Count<AnyStep>, words: Words): string[] {
  const names = election.candidates.map(({ name }) => name)
  return count.steps.flatMap((step) =>
    tellAnyStep(step, names).map((sentence) => saySentence(sentence, words)),
  )
}

/** Counts one file; true when it could be counted. */
function tallyFile(file: string, asked: Asked, telling: Telling): boolean {
  const election = readElection(file, asked.seats)
  if (isRefusal(election)) return tellRefusal(file, election, [], { asked, ...telling })
  const lot = lotFor(election, asked.tie)
  const counted = countBy(asked.method)(election, lot)
  if (isRefusal(counted))
    return tellRefusal(file, counted, election.candidates, { asked, ...telling })
  const { print } = telling
  if (asked.publish) print(JSON.stringify(publish(election, lot, counted)))
  else if (asked.json) print(JSON.stringify(countJson(file, election, counted, asked)))
  else tellElection(file, election, counted, { asked, ...telling })
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

function tellElection(
  file: string,
  election: Election,
  count: Count<AnyStep>,
  { asked, print, words }: Telling & { asked: Asked },
): void {
  const who = count.elected.map((candidate) => election.candidates[candidate]?.name ?? '')
  print(`${file}: ${election.title || count.method}`)
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

function countBy(method: string): CountRanked {
  const count = RANKED_METHODS[method]
  if (!count) throw new UsageError(unknownMethod(method))
  return count
}

const unknownMethod = (method: string) =>
  `There is no method "${method}". Methods: ${Object.keys(RANKED_METHODS).join(', ')}`

function readAsked(args: string[]): { files: string[]; asked: Asked } {
  const { values, positionals: files } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      method: { type: 'string', default: 'scottish-stv' },
      seats: { type: 'string' },
      tie: { type: 'string', default: 'order' },
      json: { type: 'boolean', default: false },
      transcript: { type: 'boolean', default: false },
      publish: { type: 'boolean', default: false },
    },
  })
  const { method, tie, json, transcript, publish: all } = values
  if (files.length === 0) throw new UsageError('Name at least one file of ballots.')
  countBy(method)
  if (!/^(none|order|lot:.+|\d+(,\d+)*)$/.test(tie))
    throw new UsageError('--tie is order, none, lot:SEED, or numbers of candidates: 3,1,2')
  if (values.seats === undefined)
    return { files, asked: { method, tie, json, transcript, publish: all } }
  const seats = Number(values.seats)
  if (!Number.isInteger(seats) || seats < 1)
    throw new UsageError('--seats is a whole number from 1')
  return { files, asked: { method, tie, json, transcript, publish: all, seats } }
}

export const tally: Command = {
  name: 'tally',
  usage:
    'FILE… [--method METHOD] [--seats N] [--tie order|none|lot:SEED|3,1,2] [--json] [--transcript] [--publish]',
  summary: `Counts ballots from BLT, CSV or PrefLib files, exactly. Methods: ${Object.keys(RANKED_METHODS).join(', ')}.`,
  async run({ args, print }) {
    const { files, asked } = readAsked(args)
    const words = wordsIn(localeFor((process.env['LANG'] ?? '').replace('_', '-')))
    let all = true
    for (const file of files) all = tallyFile(file, asked, { print, words }) && all
    return all ? 0 : 1
  },
}
