/**
 * Somebody is erased: that they were there stays, their name and their words go, out of the record
 * of every gathering and every private talk.
 */
import { sql } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import { redact } from '#kernel/record.ts'
import { lineRedactions } from '../rules/hiding.ts'
import { holdRoom } from './rooms.ts'
import { careOf, topicOf } from './tables.ts'

type Entry = { topic: string; seq: number; kind: string; data: Record<string, unknown> }

async function entriesNaming(tx: Transaction, whos: readonly string[]): Promise<Entry[]> {
  const kinds = [
    'room.entered',
    'room.recognised',
    'microphone.seated',
    'written.down',
    'talk.said',
    'care.knocked',
  ]
  const { rows } = await sql<Entry>`select topic, seq, kind, data from record
    where kind = any(${kinds}) and data is not null
      and (data->>'who' = any(${[...whos]}) or data->>'person' = any(${[...whos]}))
    order by topic, seq`.execute(tx)
  return rows
}

function standsFor({ kind, data }: Entry, name: string): Record<string, unknown> {
  return kind === 'talk.said' ? { who: data['who'], text: '', withdrawn: true } : { ...data, name }
}

async function hiddenWordsOf(tx: Transaction, topic: string, whos: readonly string[]) {
  const { rows } = await sql<Entry>`select topic, seq, kind, data from record
    where topic = ${topic} and kind = 'care.line-hidden' and data->>'who' = any(${[...whos]})`.execute(
    tx,
  )
  return rows
}

/** Takes the names and words of these (a person and the guests they were) away; `name` stands instead. */
export async function eraseFromRooms(
  tx: Transaction,
  whos: readonly string[],
  { name, now }: { name: string; now: Instant },
): Promise<void> {
  const by = { now, actor: null }
  const entries = await entriesNaming(tx, whos)
  const gatherings = new Set(
    entries.flatMap(({ topic }) =>
      topic.startsWith(topicOf('')) ? topic.slice(topicOf('').length) : [],
    ),
  )
  for (const gathering of gatherings) {
    const room = await holdRoom(tx, gathering)
    for (const line of room.chat.lines.flat().filter(({ who }) => whos.includes(who))) {
      for (const gone of lineRedactions(line, { withdrawn: true }))
        await redact(tx, { topic: topicOf(gathering), ...gone }, by)
    }
    for (const { topic, seq, data } of await hiddenWordsOf(tx, careOf(gathering), whos))
      await redact(tx, { topic, seq, stands: { ...data, text: '' } }, by)
  }
  for (const entry of entries) {
    const { topic, seq } = entry
    await redact(tx, { topic, seq, stands: standsFor(entry, name) }, by)
  }
}
