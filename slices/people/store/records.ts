/** Records of one person made one, and parted again. */
import { sql } from 'kysely'
import { type Instant, msBetween } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { forgetHanding, handBack, type Handing, handOver } from '#kernel/handing-over.ts'
import { newId } from '#kernel/ids.ts'
import { note } from '#kernel/record.ts'
import { endSessions } from '#kernel/session.ts'
import type { PersonId } from '../rules/names.ts'
import { type Merge, type MergeId, PROVEN_MS, type Record, undoUntil } from '../rules/records.ts'
import { topicOf } from './persons.ts'
import { reading, writing } from './tables.ts'

export type Pair = { kept: PersonId; other: PersonId }

/** Two records as they stand, held until the transaction ends. */
export async function holdRecords(tx: Transaction, pair: Pair): Promise<Map<PersonId, Record>> {
  const rows = await writing(tx)
    .selectFrom('persons')
    .select(['id', 'name', 'email', 'merged_into as mergedInto'])
    .where('id', 'in', [pair.kept, pair.other])
    .orderBy('id')
    .forUpdate()
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** What of this slice is somebody's; who signs in by the other's ways is the kept one. */
const OWNED = [
  { table: 'persons', column: 'merged_into', key: ['id'] },
  { table: 'guests', column: 'person', key: ['id'] },
  { table: 'passkeys', column: 'person', key: ['id'] },
  { table: 'invitations', column: 'person', key: ['id'] },
]

/**
 * Makes two records one. Notes `person.merged`, which the other slices hear to hand over what is
 * theirs (kernel/handing-over.ts). Answers the merge and the sessions that ended.
 */
export async function joinRecords(
  tx: Transaction,
  { kept, other }: Pair,
  { by, now }: { by: PersonId; now: Instant },
): Promise<{ id: MergeId; until: Instant; ended: string[] }> {
  const id = newId('mrg', Date.parse(now))
  const until = undoUntil(now)
  const own = writing(tx)
  await own
    .insertInto('merges')
    .values({ id, kept, other, by, at: now, until, parted_at: null, parted_by: null })
    .execute()
  await own.deleteFrom('proven_records').where('other', '=', other).execute()
  await handOver(tx, { id, from: other, to: kept }, OWNED)
  await own.updateTable('persons').set({ merged_into: kept }).where('id', '=', other).execute()
  const data = { merge: id, person: kept, other }
  await note(tx, topicOf(kept), [{ kind: 'person.merged', data }], { now, actor: by })
  return { id, until, ended: await endSessions(tx, { person: other }) }
}

/** Parts two records. Notes `person.parted`, heard before what was handed over goes back. */
export async function splitRecords(
  tx: Transaction,
  { id, kept, other }: Merge,
  { by, now }: { by: PersonId; now: Instant },
): Promise<void> {
  const own = writing(tx)
  const data = { merge: id, person: kept, other }
  await note(tx, topicOf(kept), [{ kind: 'person.parted', data }], { now, actor: by })
  await own
    .updateTable('merges')
    .set({ parted_at: now, parted_by: by })
    .where('id', '=', id)
    .execute()
  await own.updateTable('persons').set({ merged_into: null }).where('id', '=', other).execute()
  await handBack(tx, { id, from: other, to: kept })
}

/** What the entries `person.merged` and `person.parted` tell: whose becomes whose. */
export function handingIn(data: { [name: string]: unknown }): Handing {
  return { id: String(data['merge']), from: String(data['other']), to: String(data['person']) }
}

const merges = (db: Reader) =>
  reading(db)
    .selectFrom('merges')
    .select(['id', 'kept', 'other', 'by', 'at', 'until', 'parted_at', 'parted_by'])

type Row = Awaited<ReturnType<ReturnType<typeof merges>['execute']>>[number]
export type MergeTold = Merge & { by: PersonId | null; partedBy: PersonId | null }

const mergeFrom = ({ parted_at: parted, parted_by: partedBy, ...row }: Row): MergeTold => ({
  ...row,
  parted,
  partedBy,
})

/** The merges of a record, or all of them; the newest first. */
export async function mergesOf(db: Reader, kept: PersonId | null = null): Promise<MergeTold[]> {
  const query = kept === null ? merges(db) : merges(db).where('kept', '=', kept)
  const rows = await query.orderBy('at', 'desc').orderBy('id', 'desc').limit(200).execute()
  return rows.map(mergeFrom)
}

/** One merge; null when there is none. */
export async function mergeOf(db: Reader, id: MergeId): Promise<MergeTold | null> {
  const row = await merges(db).where('id', '=', id).executeTakeFirst()
  return row ? mergeFrom(row) : null
}

/** The merges that stand and have to do with a record. */
export async function standingMerges(db: Reader, person: PersonId): Promise<Merge[]> {
  const rows = await merges(db)
    .where('parted_at', 'is', null)
    .where((eb) => eb.or([eb('kept', '=', person), eb('other', '=', person)]))
    .execute()
  return rows.map(mergeFrom)
}

/** The addresses of records as they stand by themselves, merged or not. */
export async function ownAddresses(
  db: Reader,
  ids: readonly PersonId[],
): Promise<
  Map<PersonId, { name: string | null; email: string | null; made: Instant; seen: Instant }>
> {
  if (ids.length === 0) return new Map()
  const rows = await reading(db)
    .selectFrom('persons')
    .select(['id', 'name', 'email', 'made_at as made', 'seen_at as seen'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, ...row }) => [id, row]))
}

/** A person and the records that became one with theirs: all ids under which they did something. */
export async function recordsOf(db: Reader, person: PersonId): Promise<PersonId[]> {
  const rows = await reading(db)
    .selectFrom('persons')
    .select('id')
    .where('merged_into', '=', person)
    .orderBy('id')
    .execute()
  return [person, ...rows.map(({ id }) => id)]
}

/** To whom ids lead: of each that became one with another record, that record. */
export async function leadingTo(
  db: Reader,
  ids: readonly string[],
): Promise<Map<string, PersonId>> {
  const { rows } = await sql<{ id: string; to: PersonId }>`select id, merged_into as to
    from persons where id = any(${[...new Set(ids)]}) and merged_into is not null`.execute(db)
  return new Map(rows.map(({ id, to }) => [id, to]))
}

/** Keeps that somebody has shown another record to be theirs. */
export async function keepProof(
  tx: Transaction,
  proof: { person: PersonId; other: PersonId; now: Instant },
): Promise<void> {
  const { now: at, ...row } = proof
  await writing(tx)
    .insertInto('proven_records')
    .values({ ...row, at })
    .onConflict((oc) => oc.columns(['person', 'other']).doUpdateSet({ at }))
    .execute()
}

/** Whether somebody has shown, not long ago, that another record is theirs. */
export async function hasProven(
  db: Reader,
  { person, other }: { person: PersonId; other: PersonId },
  now: Instant,
): Promise<boolean> {
  const row = await reading(db)
    .selectFrom('proven_records')
    .select('at')
    .where('person', '=', person)
    .where('other', '=', other)
    .executeTakeFirst()
  return row !== undefined && msBetween(row.at, now) < PROVEN_MS
}

/** Forgets what can go back no more, and proofs that are too old. */
export async function forgetMerges(tx: Transaction, now: Instant): Promise<void> {
  const { rows } = await sql<{ id: string }>`select m.id from merges m where m.until <= ${now}
    and exists (select 1 from handed_over h where h.handing = m.id)`.execute(tx)
  if (rows.length > 0)
    await forgetHanding(
      tx,
      rows.map(({ id }) => id),
    )
  const old = new Date(Date.parse(now) - PROVEN_MS).toISOString()
  await writing(tx).deleteFrom('proven_records').where('at', '<', old).execute()
}

/** Who is erased is parted from nobody any more; answers the other records that were theirs. */
export async function sealMerges(tx: Transaction, person: PersonId): Promise<PersonId[]> {
  const [, ...others] = await recordsOf(tx, person)
  const own = writing(tx)
  const { rows } = await sql<{ id: string }>`select id from merges where kept = ${person}
    or other = any(${others})`.execute(tx)
  await forgetHanding(
    tx,
    rows.map(({ id }) => id),
  )
  await own
    .deleteFrom('proven_records')
    .where((eb) => eb.or([eb('person', '=', person), eb('other', '=', person)]))
    .execute()
  return others
}
