/**
 * Seals: once a day the heads of all chains that moved are written down together, and chained to
 * the seal before. Who has seen a seal (in minutes, in a mail) can tell later whether anything
 * that it covers was rewritten or cut off, whoever holds the database.
 *
 * 1. A seal lists each topic whose head moved since the last one: its number and its hash.
 * 2. `heads` is the sha-256 over these lines, `topic:seq:hash`, sorted by topic.
 * 3. `hash` is the sha-256 over the previous seal's hash and the canonical [id, at, topics, heads].
 * 4. Where nothing moved there is no seal.
 */
import { createHash, type Hash } from 'node:crypto'
import { sql } from 'kysely'
import { canonical } from './canonical.ts'
import type { Instant } from './clock.ts'
import type { Reader, Transaction } from './database.ts'
import { newId } from './ids.ts'
import { GENESIS } from './record.ts'
import type { Timer } from './slice.ts'

export type Head = { topic: string; seq: number; hash: Buffer }
export type Seal = {
  id: string
  at: Instant
  previous: Buffer
  heads: Buffer
  topics: number
  hash: Buffer
}

const SEAL_LOCK = 8_020_003
const DAY_SECONDS = 24 * 3600

/** Adds a head to the digest of a seal; heads come sorted by topic. */
export function digestHead(digest: Hash, { topic, seq, hash }: Head): void {
  digest.update(`${topic}:${seq}:${hash.toString('hex')}\n`)
}

/** The hash of a seal in the chain of seals. */
export function sealHashOf({ id, at, previous, heads, topics }: Omit<Seal, 'hash'>): Buffer {
  const body = canonical([id, at, topics, heads.toString('hex')])
  return createHash('sha256').update(previous).update(body).digest()
}

/** The newest seal. */
export async function lastSeal(db: Reader): Promise<Seal | null> {
  const seals = db.selectFrom('seals').selectAll().orderBy('at', 'desc').orderBy('id', 'desc')
  return (await seals.limit(1).executeTakeFirst()) ?? null
}

/**
 * Seals what moved since the last seal; answers null when nothing did, or when the clock stands
 * before the last seal.
 */
export async function sealHeads(tx: Transaction, now: Instant): Promise<Seal | null> {
  await sql`select pg_advisory_xact_lock(${SEAL_LOCK})`.execute(tx)
  const last = await lastSeal(tx)
  if (last && last.at >= now) return null
  const moved = await movedHeads(tx)
  if (moved.length === 0) return null
  const digest = createHash('sha256')
  for (const head of moved) digestHead(digest, head)
  const given = { id: newId('sea', Date.parse(now)), at: now, previous: last?.hash ?? GENESIS }
  const open = { ...given, heads: digest.digest(), topics: moved.length }
  const seal = { ...open, hash: sealHashOf(open) }
  await tx.insertInto('seals').values(seal).execute()
  for (let from = 0; from < moved.length; from += 1000) {
    const page = moved
      .slice(from, from + 1000)
      .map(({ topic, seq, hash }) => ({ seal: seal.id, topic, seq, hash }))
    await tx.insertInto('seal_heads').values(page).execute()
  }
  return seal
}

async function movedHeads(tx: Transaction): Promise<Head[]> {
  return tx
    .selectFrom('topics')
    .select(['topics.topic', 'topics.seq', 'topics.hash'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('seal_heads')
            .select('seal_heads.topic')
            .whereRef('seal_heads.topic', '=', 'topics.topic')
            .whereRef('seal_heads.seq', '=', 'topics.seq')
            .whereRef('seal_heads.hash', '=', 'topics.hash'),
        ),
      ),
    )
    .orderBy(sql`topics.topic collate "C"`)
    .execute()
}

/** Looks every hour whether a day has passed since the last seal, so that a restart skips none. */
export const sealDaily: Timer = {
  name: 'seal',
  everySeconds: 3600,
  async run(hall, now) {
    const last = await lastSeal(hall.db)
    if (last && Date.parse(now) - Date.parse(last.at) < DAY_SECONDS * 1000) return
    await hall.transact((tx) => sealHeads(tx, now))
  },
}
