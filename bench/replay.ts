/**
 * A saved chat replayed live: `npm run replay -- FILE [--clients 40] [--speed 60] [--json]`. Guests
 * say its lines through the public API at its pace, faster by `speed`; all read along by the socket,
 * raise hands, lose their lines and come back. With `--notes FILE [--writers 20]` others type that
 * text into the note of the gathering meanwhile. Ends with 1 when anything was lost, doubled or out
 * of order.
 */
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { openHallProcess } from './load/hall.ts'
import { playLines, type Played, type Script } from './load/play.ts'
import { setStage } from './load/stage.ts'
import { type Typed, typeTogether } from './load/typing.ts'
import { readChat } from '#slices/minutes/rules/chat-file.ts'

const Wish = z.object({
  file: z.string(),
  clients: z.coerce.number().int().min(2).max(400),
  speed: z.coerce.number().min(1).max(10_000),
  json: z.boolean(),
  notes: z.string().optional(),
  writers: z.coerce.number().int().min(1).max(150),
})

function wishOf(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      clients: { type: 'string', default: '40' },
      speed: { type: 'string', default: '60' },
      json: { type: 'boolean', default: false },
      notes: { type: 'string' },
      writers: { type: 'string', default: '20' },
    },
  })
  return Wish.safeParse({ file: positionals[0], ...values })
}

/** The lines of a saved chat with the ms at which each is said; those of one minute spread over it. */
export function scriptOf(text: string, speed: number): Script {
  const { messages } = readChat(text, { date: '2020-06-12', zone: 'Europe/London' })
  const first = Date.parse(messages[0]?.at ?? '1970-01-01T00:00:00.000Z')
  const inMinute = Map.groupBy(messages, ({ at }) => at)
  const lines = messages.map((message) => {
    const same = inMinute.get(message.at) ?? [message]
    const within = (same.indexOf(message) * 60_000) / same.length
    const at = (Date.parse(message.at) - first + within) / speed
    return { at, name: message.name, text: message.text }
  })
  return { lines, names: [...new Set(lines.map(({ name }) => name))] }
}

function asTable(played: Played | Typed): string {
  const rows = Object.entries(played).map(([name, value]) => `${name.padEnd(12)}${value}`)
  return rows.join('\n')
}

/** Replays a file; answers the exit code. */
export async function replay(args: string[]): Promise<number> {
  const wish = wishOf(args)
  if (!wish.success) {
    process.stderr.write(
      'Usage: npm run replay -- FILE [--clients 40] [--speed 60] [--notes FILE [--writers 20]] [--json]\n',
    )
    return 64
  }
  const { file, clients, speed, json, notes, writers } = wish.data
  const script = scriptOf(await readFile(file, 'utf8'), speed)
  await using hall = await openHallProcess()
  const stage = await setStage(hall)
  const text = notes ? await readFile(notes, 'utf8') : null
  const [played, typed] = await Promise.all([
    playLines(hall.origin, stage, script, clients),
    text === null ? null : typeTogether(hall, stage, text, writers),
  ])
  const all = typed ? { chat: played, notes: typed } : played
  const tables = typed ? `${asTable(played)}\n\n${asTable(typed)}` : asTable(played)
  process.stdout.write(`${json ? JSON.stringify(all) : tables}\n`)
  const { sent, stored, lost, doubled, disordered } = played
  const whole = lost + doubled + disordered === 0 && sent === stored
  return whole && (typed === null || (typed.lost === 0 && typed.agree)) ? 0 : 1
}

process.exitCode = await replay(process.argv.slice(2))
