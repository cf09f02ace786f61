/** Commands in the terminal: importing a saved chat, verifying a zip of minutes. */
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
import { importBeside } from '../store/import-work.ts'
import type { Answer } from '../store/imports.ts'
import { textOf } from '../store/reading-files.ts'
import { refusals } from './refusals.ts'
import { readWhole } from './given-files.ts'

const Wish = z.object({ date: z.iso.date(), zone: ZoneGiven, title: line(200) })

function problemFor(cause: unknown): Problem {
  if (!(cause instanceof Refused) || !isRefusal(cause.refusal)) throw cause
  return problemOf(cause.refusal, { ...kernelRefusals, ...refusals }, wordsIn('en'))
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
      const problem = problemFor(cause)
      given.print(given.args.includes('--json') ? JSON.stringify({ problem }) : problem.title)
      return 1
    }
  },
}
