/** Commands in the terminal: importing a saved chat, verifying a zip of minutes. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { isRefusal } from '#kernel/change.ts'
import { type Problem, problemOf, Refused } from '#kernel/problem.ts'
import { kernelRefusals } from '#kernel/refusals.ts'
import type { Command, Given } from '#kernel/slice.ts'
import { line } from '#kernel/text.ts'
import { wordsIn } from '#kernel/words.ts'
import { ZoneGiven } from '../api/params.ts'
import { type Fault, verifyZip } from '../rules/zip.ts'
import { importBeside } from '../store/import-work.ts'
import { type Answer, textOf } from '../store/imports.ts'
import { refusals } from './refusals.ts'

const Wish = z.object({ date: z.iso.date(), zone: ZoneGiven, title: line(200) })
const MOST_BYTES = 512 * 1024 * 1024

class Missing extends Error {
  constructor(path: string) {
    super(`There is no file ${path}. See how it is written, and where it is.`)
  }
}

function problemFor(cause: unknown): Problem {
  if (!(cause instanceof Refused) || !isRefusal(cause.refusal)) throw cause
  return problemOf(cause.refusal, { ...kernelRefusals, ...refusals }, wordsIn('en'))
}

/** A file whole; says so when it is not there or too large. */
function readWhole(path: string): Uint8Array {
  if (!existsSync(path)) throw new Missing(path)
  if (statSync(path).size > MOST_BYTES) throw new Refused('too-large', { max: MOST_BYTES })
  return new Uint8Array(readFileSync(path))
}

function tellAnswer({ again, ...answer }: Answer): string[] {
  const { lines, messages, people, links, unread, fates } = answer
  const counts = Object.entries(fates)
    .filter(([, count]) => count > 0)
    .map(([fate, count]) => `${fate} ${count}`)
  return [
    again
      ? `This file was imported before, as ${answer.gathering}. Nothing was changed.`
      : `Imported as ${answer.gathering}: ${lines} lines, ${messages} messages by ${people} people, ${links} different links.`,
    `What became of every line: ${counts.join(', ')}.`,
    ...unread.map((one) => `Line ${one.line} could not be read: ${one.text.slice(0, 200)}`),
    `Read the minutes at /minutes/${answer.minutes}`,
  ]
}

const OPTIONS = {
  date: { type: 'string' },
  zone: { type: 'string' },
  title: { type: 'string' },
  'running-order': { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

const USAGE =
  'FILE --date YYYY-MM-DD --zone Europe/London --title TITLE [--running-order FILE] [--json]'

async function runImport({ args, open, print }: Given): Promise<number> {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true })
  const path = positionals[0]
  const wish = Wish.safeParse(values)
  if (!path || !wish.success) {
    const [issue] = wish.success ? [] : wish.error.issues
    print(`moothall import chat ${USAGE}`)
    if (issue) print(`--${issue.path.join('.')}: ${issue.message}`)
    return 1
  }
  const orderPath = values['running-order']
  const bytes = readWhole(path)
  const order = orderPath ? textOf(readWhole(orderPath)) : ''
  const hall = await open()
  const { date, zone, title } = wish.data
  const answer = await importBeside(hall, {
    bytes,
    name: basename(path),
    title,
    placed: { date, zone },
    order,
    by: null,
    now: hall.clock.now(),
  })
  if (values.json) print(JSON.stringify(answer))
  else tellAnswer(answer).forEach((text) => print(text))
  return 0
}

export const importCommand: Command = {
  name: 'import chat',
  usage: USAGE,
  summary: 'Makes a past gathering with minutes of a chat that BigBlueButton saved.',
  async run(given) {
    try {
      return await runImport(given)
    } catch (cause) {
      if (cause instanceof Missing) {
        given.print(cause.message)
        return 1
      }
      const problem = problemFor(cause)
      given.print(given.args.includes('--json') ? JSON.stringify({ problem }) : problem.title)
      return 1
    }
  },
}

const FAULTS: Record<Fault, string> = {
  'not-a-zip': 'This is not a zip file that can be read.',
  'no-minutes': 'There is no minutes.json in it.',
  'no-seal': 'There is no seal.txt in it, so there is nothing to compare with.',
  'not-minutes': 'minutes.json is not minutes of a version that is known here.',
  'not-canonical': 'minutes.json was written anew: its bytes are not those that were sealed.',
  'hash-differs': 'minutes.json was changed: its sha-256 is not the one in seal.txt.',
  'chat-differs': 'chat.jsonl was changed: its sha-256 is not the one in the minutes.',
}

/** `moothall verify minutes.zip`: needs no hall and no database. */
export const verifyZipCommand: Command = {
  name: 'verify',
  usage: 'MINUTES.zip [--json]',
  summary: 'Recomputes the sha-256 of exported minutes and of their chat.',
  fits: (args) => args.some((arg) => !arg.startsWith('-')),
  async run({ args, print }) {
    const options = { json: { type: 'boolean', default: false } } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const verdict = verifyZip(readWhole(positionals[0] ?? ''))
    if (values.json) print(JSON.stringify(verdict))
    else if (!verdict.whole) print(FAULTS[verdict.fault])
    else {
      const state = verdict.approved ? 'approved minutes' : 'a draft, not approved'
      print(`Everything fits: “${verdict.title}”, ${state}, ${verdict.lines} lines of chat.`)
      print(`sha-256 ${verdict.sha256}`)
      print('Compare it with the hash that the hall shows, or that was sent to you.')
    }
    return verdict.whole ? 0 : 1
  },
}
