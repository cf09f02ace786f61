/** Forty people in a room, saying the lines of a script; afterwards, what each of them heard. */
import { setTimeout as rest } from 'node:timers/promises'
import { z } from 'zod'
import { type Client, clock, openClient, type Written } from '#testing/client.ts'
import { quantiles } from './figures.ts'
import { holds } from './pace.ts'
import { enterAll, strangers } from './seats.ts'
import type { Stage } from './stage.ts'

export type Script = {
  /** `at` in ms from the first. */
  lines: readonly { at: number; name: string; text: string }[]
  names: readonly string[]
}

export type Played = {
  /** Lines that people said; all were acknowledged. */
  sent: number
  /** Lines that stand in the record, each once and in the words of its author. */
  stored: number
  /** Lines that arrived, of all clients together. */
  delivered: number
  lost: number
  doubled: number
  disordered: number
  /** From saying to hearing, in ms, for whoever was there at that moment. */
  p50: number
  p99: number
}

type Said = { seq: number; text: string; at: number }
const Acknowledged = z.object({ line: z.int() })
const SETTLE_MS = 20_000

/** Plays a script with so many clients in a room that has begun; ends all it opened. */
export async function playLines(
  origin: string,
  stage: Stage,
  script: Script,
  count: number,
): Promise<Played> {
  const guests = strangers(count).map((guest, at) => ({
    ...guest,
    name: script.names[at] ?? guest.name,
  }))
  await enterAll(origin, stage.gathering, guests)
  const clients = guests.map((guest) => openClient(origin, stage.topic, guest))
  await Promise.all(clients.map((client) => client.connect()))
  const room = `/api/gatherings/${stage.gathering}/room`
  let over = false
  const living = Promise.all(clients.map((client, at) => live(client, at, room, () => over)))
  // A refusal is thrown where it is waited for, after the last line.
  living.catch(() => {})
  const said = await sayAll(clients, script, `${room}/chat`)
  over = true
  await living
  const last = await stage.lastSeq()
  await holds(() => clients.every(({ heard }) => (heard.at(-1)?.seq ?? 0) >= last), SETTLE_MS)
  await Promise.all(clients.map((client) => client.end()))
  return judge(clients, said, last)
}

/** Every line at its moment, by the client that has its author's name; a person says one at a time. */
async function sayAll(clients: Client[], script: Script, path: string): Promise<Said[]> {
  const begin = performance.now()
  const speaking = new Map<Client, Promise<void>>()
  const said: Said[] = []
  for (const { at, name, text } of script.lines) {
    const wait = begin + at - performance.now()
    if (wait > 0) await rest(wait)
    const client = clients[script.names.indexOf(name) % clients.length]
    if (!client) continue
    const before = speaking.get(client) ?? Promise.resolve()
    const after = before.then(async () => {
      const start = clock()
      const { body } = unlessRefused(await client.write('POST', path, { text }))
      said.push({ seq: Acknowledged.parse(body).line, text, at: start })
    })
    after.catch(() => {})
    speaking.set(client, after)
  }
  await Promise.all(speaking.values())
  return said
}

function unlessRefused(written: Written): Written {
  if (written.status !== 200)
    throw new Error(`refused: ${written.status} ${JSON.stringify(written.body)}`)
  return written
}

/** What one does beside talking, each in their own turn: raises a hand, loses the line, comes back. */
async function live(client: Client, at: number, room: string, over: () => boolean): Promise<void> {
  for (let turn = 0; !over(); turn += 1) {
    await restUnless(over, 2000 + ((at * 379 + turn * 811) % 4000))
    if (over()) return
    if ((at + turn) % 3 === 0) {
      client.cut()
      await restUnless(over, 500 + ((at * 131) % 2500))
      await client.connect()
    } else if ((at + turn) % 3 === 1) {
      unlessRefused(await client.write('POST', `${room}/stack`, { kind: 'point' }))
    } else {
      const shown = turn % 2 === 0
      const signal = { signal: 'agree', shown }
      unlessRefused(await client.write('PUT', `${room}/temperature`, signal))
    }
  }
}

async function restUnless(over: () => boolean, ms: number): Promise<void> {
  await holds(over, ms)
}

/** Every client must have heard 1, 2, 3 … once and in order, and the words that were said. */
function judge(clients: readonly Client[], said: readonly Said[], last: number): Played {
  const words = new Map(said.map(({ seq, text, at }) => [seq, { text, at }]))
  const sum = { delivered: 0, lost: 0, doubled: 0, disordered: 0 }
  const latencies: number[] = []
  let stored = 0
  for (const [at, { heard }] of clients.entries()) {
    const distinct = new Set(heard.map(({ seq }) => seq))
    sum.lost += last - distinct.size
    sum.doubled += heard.length - distinct.size
    sum.disordered += heard.filter(({ seq }, index) => seq < (heard[index - 1]?.seq ?? 0)).length
    const lines = heard.filter(({ kind }) => kind === 'chat.said')
    const right = lines.filter(({ seq, text }) => words.get(seq)?.text === text)
    sum.delivered += right.length
    sum.lost += lines.length - right.length
    if (at === 0) stored = right.length
    for (const { seq, at: when, replayed } of right)
      if (!replayed) latencies.push(when - (words.get(seq)?.at ?? when))
  }
  const { p50, p99 } = quantiles(latencies)
  return { sent: said.length, stored, ...sum, p50, p99 }
}
