/**
 * The record: everything that happens is written once, in the transaction of the change itself.
 *
 * 1. A topic numbers its entries 1, 2, 3 … without a gap; it has one audience, which sees all of it.
 * 2. Each entry commits to its data by sha-256 over a salt of 32 chance bytes and the canonical data;
 *    each hash covers the entry, that commitment and the hash before it. So data can be redacted
 *    without breaking the chain, and nobody can guess redacted words from what remains.
 * 3. A redaction is an entry itself: it names the number and the sha-256 of what stands from then on.
 */
import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { canonical } from './canonical.ts'
import type { Fact } from './change.ts'
import type { Instant } from './clock.ts'
import type { Reader, Transaction } from './database.ts'
import { newId } from './ids.ts'
import { scopeOf } from './transact.ts'

export type Entry<K extends string = string, D = Record<string, unknown>> = {
  id: string
  topic: string
  seq: number
  at: Instant
  /** Who did it: a person, a guest, or nobody (the hall itself). */
  actor: string | null
  kind: K
  data: D
}

export const REDACTED = 'record.redacted'
export const GENESIS = Buffer.alloc(32)
/** A statement carries at most 65,535 values; a long import is written in several. */
const ROWS_AT_ONCE = 1000

/** sha-256 over the salt and the canonical data. */
export function commitmentTo(salt: Buffer, data: unknown): Buffer {
  return createHash('sha256').update(salt).update(canonical(data)).digest()
}

export type Chained = Omit<Entry, 'data'> & { commitment: Buffer }

/** The hash of an entry in its chain. */
export function hashOf(previous: Buffer, entry: Chained): Buffer {
  const { id, topic, seq, at, actor, kind, commitment } = entry
  const body = canonical([id, topic, seq, at, actor, kind, commitment.toString('hex')])
  return createHash('sha256').update(previous).update(body).digest()
}

async function reserve(tx: Transaction, topic: string, count: number) {
  const head = await tx
    .insertInto('topics')
    .values({ topic, seq: count, hash: GENESIS })
    .onConflict((oc) => oc.column('topic').doUpdateSet({ seq: sql`topics.seq + ${count}` }))
    .returning(['seq', 'hash'])
    .executeTakeFirstOrThrow()
  return { first: head.seq - count + 1, hash: head.hash }
}

export type NoteOptions = { now: Instant; actor: string | null }

/**
 * Writes facts to a topic as its next entries, and hands them to the listeners in the same
 * transaction; the live hub hears of them after the commit.
 */
export async function note(
  tx: Transaction,
  topic: string,
  facts: readonly Fact[],
  { now, actor }: NoteOptions,
): Promise<Entry[]> {
  if (facts.length === 0) return []
  const { first, hash } = await reserve(tx, topic, facts.length)
  let previous = hash
  const rows = facts.map((fact, index) => {
    const data = JSON.stringify(fact.data ?? {})
    const salt = randomBytes(32)
    const entry = {
      id: newId('ent', Date.parse(now)),
      topic,
      seq: first + index,
      at: now,
      actor,
      kind: fact.kind,
    }
    const commitment = commitmentTo(salt, JSON.parse(data))
    previous = hashOf(previous, { ...entry, commitment })
    return { ...entry, data, salt, commitment, hash: previous }
  })
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await tx
      .insertInto('record')
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .execute()
  }
  await tx.updateTable('topics').set({ hash: previous }).where('topic', '=', topic).execute()
  const entries = rows.map(({ id, seq, kind, data }) => ({
    id,
    topic,
    seq,
    at: now,
    actor,
    kind,
    data: JSON.parse(data),
  }))
  await tell(tx, entries)
  return entries
}

async function tell(tx: Transaction, entries: Entry[]): Promise<void> {
  const scope = scopeOf(tx)
  scope.entries.push(...entries)
  for (const entry of entries) {
    for (const listen of scope.listeners(entry.kind)) await listen(tx, entry)
  }
}

export type Redaction = { topic: string; seq: number; stands: Record<string, unknown> }

/**
 * Takes the data of an entry away for good; `stands` is served in its place. Notes that it
 * happened. An entry that is not there is a mistake of the caller's, and throws.
 */
export async function redact(tx: Transaction, what: Redaction, by: NoteOptions): Promise<void> {
  const standsHash = createHash('sha256').update(canonical(what.stands)).digest('hex')
  const { numUpdatedRows } = await tx
    .updateTable('record')
    .set({ data: null, salt: null, stands: JSON.stringify(what.stands) })
    .where('topic', '=', what.topic)
    .where('seq', '=', what.seq)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Error(`${what.topic} has no entry ${what.seq}`)
  await note(
    tx,
    what.topic,
    [{ kind: REDACTED, data: { seq: what.seq, stands: standsHash, now: what.stands } }],
    by,
  )
}

export type Since = { after?: number; limit?: number }

/** The entries of a topic after a number, in order, as they stand now. */
export async function entriesOf(
  db: Reader,
  topic: string,
  { after = 0, limit = 1000 }: Since = {},
): Promise<Entry[]> {
  const rows = await db
    .selectFrom('record')
    .select(['id', 'topic', 'seq', 'at', 'actor', 'kind', 'data', 'stands'])
    .where('topic', '=', topic)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute()
  return rows.map(({ data, stands, ...entry }) => ({ ...entry, data: stands ?? data ?? {} }))
}

/** The number of a topic's last entry, 0 when it has none. */
export async function lastSeq(db: Reader, topic: string): Promise<number> {
  const row = await db
    .selectFrom('topics')
    .select('seq')
    .where('topic', '=', topic)
    .executeTakeFirst()
  return row?.seq ?? 0
}
