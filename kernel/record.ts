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
import type { Insertable } from 'kysely'
import { canonical } from './canonical.ts'
import type { Fact } from './change.ts'
import type { Instant } from './clock.ts'
import type { Reader, Transaction } from './database.ts'
import { newId } from './ids.ts'
import type { KernelTables } from './tables.ts'
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

/** The head of a topic's chain. */
export type Head = { seq: number; hash: Buffer }

/**
 * Holds a topic until the transaction ends: nobody else writes to it meanwhile. Answers its head,
 * number 0 when nothing was noted yet. Held again, it costs nothing.
 */
export async function holdTopic(tx: Transaction, topic: string): Promise<Head> {
  const { heads } = scopeOf(tx)
  const known = heads.get(topic)
  if (known) return known
  const locked = () =>
    tx
      .selectFrom('topics')
      .select(['seq', 'hash'])
      .where('topic', '=', topic)
      .forUpdate()
      .executeTakeFirst()
  let head = await locked()
  if (!head) {
    const fresh = { topic, seq: 0, hash: GENESIS }
    await tx
      .insertInto('topics')
      .values(fresh)
      .onConflict((oc) => oc.doNothing())
      .execute()
    head = (await locked()) ?? fresh
  }
  heads.set(topic, head)
  return head
}

type Row = Insertable<KernelTables['record']>

/** Writes rows and the head that they make, in one statement where they fit into one. */
async function write(tx: Transaction, rows: readonly Row[], topic: string, head: Head) {
  for (let from = ROWS_AT_ONCE; from < rows.length; from += ROWS_AT_ONCE) {
    await tx
      .insertInto('record')
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .execute()
  }
  await tx
    .with('head', (db) => db.updateTable('topics').set(head).where('topic', '=', topic))
    .insertInto('record')
    .values(rows.slice(0, ROWS_AT_ONCE))
    .execute()
  scopeOf(tx).heads.set(topic, head)
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
  const { seq: last, hash } = await holdTopic(tx, topic)
  let previous = hash
  const rows = facts.map((fact, index) => {
    const data = JSON.stringify(fact.data ?? {})
    const salt = randomBytes(32)
    const entry = {
      id: newId('ent', Date.parse(now)),
      topic,
      seq: last + index + 1,
      at: now,
      actor,
      kind: fact.kind,
    }
    const commitment = commitmentTo(salt, JSON.parse(data))
    previous = hashOf(previous, { ...entry, commitment })
    return { ...entry, data, salt, commitment, hash: previous }
  })
  await write(tx, rows, topic, { seq: last + facts.length, hash: previous })
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
