/** Versions of notes: making them, reading a note as it stood then (rules/versions.ts). */
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { sql } from 'kysely'
import * as Y from 'yjs'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { textOf } from '../rules/pieces.ts'
import { isDue, isWhole, ROWS_FOR } from '../rules/versions.ts'
import { foldNote } from './texts.ts'
import { type NoteId, reading, type VersionKind, writing } from './tables.ts'

const pack = (bytes: Uint8Array) => deflateRawSync(bytes)
const open = (bytes: Uint8Array) => new Uint8Array(inflateRawSync(bytes))

/** The note as it stood at a version: the last one that is stored whole, and the steps since. */
export async function docAt(db: Reader, note: NoteId, number: number): Promise<Y.Doc> {
  const doc = new Y.Doc()
  const versions = reading(db).selectFrom('note_versions').where('note', '=', note)
  const whole = await versions
    .select(['number', 'state'])
    .where('number', '<=', number)
    .where('state', 'is not', null)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (whole?.state) Y.applyUpdate(doc, open(whole.state))
  const steps = await versions
    .select('delta')
    .where('number', '>', whole?.number ?? 0)
    .where('number', '<=', number)
    .orderBy('number')
    .execute()
  for (const { delta } of steps) Y.applyUpdate(doc, open(delta))
  return doc
}

async function foldedDoc(tx: Transaction, note: NoteId): Promise<Y.Doc> {
  const doc = new Y.Doc()
  const row = await reading(tx)
    .selectFrom('note_texts')
    .select('state')
    .where('note', '=', note)
    .executeTakeFirst()
  if (row) Y.applyUpdate(doc, row.state)
  return doc
}

/** The number of the last version; 0 when there is none. */
export async function lastVersion(db: Reader, note: NoteId): Promise<number> {
  const row = await reading(db)
    .selectFrom('note_versions')
    .select('number')
    .where('note', '=', note)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.number ?? 0
}

export type Making = {
  kind: VersionKind
  label: string | null
  by: string | null
  now: Instant
}

/**
 * Makes what stands a version. Answers its number; where nothing was written since the last one,
 * that one gets the name, and 0 means that nothing was ever written.
 */
export async function makeVersion(tx: Transaction, note: NoteId, making: Making): Promise<number> {
  await sql`select pg_advisory_xact_lock(8055, hashtext(${note}))`.execute(tx)
  await foldNote(tx, note)
  const last = await lastVersion(tx, note)
  const rows = await writing(tx)
    .updateTable('note_updates')
    .set({ version: last + 1 })
    .where('note', '=', note)
    .where('version', 'is', null)
    .where('folded', '=', true)
    .returning(['begun_at', 'at', 'whos'])
    .execute()
  if (rows.length === 0) {
    if (last > 0 && making.label !== null) await nameVersion(tx, note, last, making)
    return last
  }
  const doc = await foldedDoc(tx, note)
  const before = Y.encodeStateVector(await docAt(tx, note, last))
  const number = last + 1
  await writing(tx)
    .insertInto('note_versions')
    .values({
      note,
      number,
      begun_at: rows.reduce((first, row) => (row.begun_at < first ? row.begun_at : first), '9'),
      at: rows.reduce((latest, row) => (row.at > latest ? row.at : latest), ''),
      whos: [...new Set(rows.flatMap(({ whos }) => whos))],
      kind: making.kind,
      label: making.label,
      made_by: making.by,
      made_at: making.now,
      characters: [...textOf(doc)].length,
      delta: pack(Y.encodeStateAsUpdate(doc, before)),
      state: isWhole(number) ? pack(Y.encodeStateAsUpdate(doc)) : null,
    })
    .execute()
  await writing(tx)
    .deleteFrom('note_updates')
    .where('note', '=', note)
    .where('version', '<=', number - ROWS_FOR)
    .execute()
  return number
}

/** Gives a version a name; answers whether there is such a version. */
export async function nameVersion(
  tx: Transaction,
  note: NoteId,
  number: number,
  { label, by, now }: Pick<Making, 'label' | 'by' | 'now'>,
): Promise<boolean> {
  const { numUpdatedRows } = await writing(tx)
    .updateTable('note_versions')
    .set({ label, kind: 'kept', made_by: by, made_at: now })
    .where('note', '=', note)
    .where('number', '=', number)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

const AT_ONCE = 50

/** Notes in which enough was written, or long enough ago, for a version. */
export async function dueNotes(db: Reader, now: Instant): Promise<NoteId[]> {
  const rows = await reading(db)
    .selectFrom('note_updates')
    .select((eb) => [
      'note',
      sql<number>`count(distinct date_trunc('minute', at))::int`.as('minutes'),
      eb.fn.max('at').as('last'),
    ])
    .where('version', 'is', null)
    .groupBy('note')
    .execute()
  return rows.flatMap(({ note, ...unkept }) => (isDue(unkept, now) ? [note] : [])).slice(0, AT_ONCE)
}

/** Who was erased is no longer named in the history. */
export async function forgetInVersions(tx: Transaction, whos: readonly string[]): Promise<void> {
  for (const who of whos)
    await sql`update note_versions set whos = array_remove(whos, ${who}) where ${who} = any(whos)`.execute(
      tx,
    )
  await writing(tx)
    .updateTable('note_versions')
    .set({ made_by: null })
    .where('made_by', 'in', [...whos])
    .execute()
}
