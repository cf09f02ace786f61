/**
 * The text of notes in the database: every update before anybody sees it, folded into one state now
 * and then. The rows stay: they are the history.
 */
import { sql } from 'kysely'
import * as Y from 'yjs'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import type { Piece } from '../rules/news.ts'
import { piecesOf, textOf } from '../rules/pieces.ts'
import { type NoteId, reading, writing } from './tables.ts'

export type Row = { seq: number; begunAt: Instant; whos: string[]; bytes: Uint8Array }
export type Appending = { begunAt: Instant; at: Instant; whos: string[]; bytes: Uint8Array }

/** Adds to the history; answers the number of its row. One statement, which may stand alone. */
export async function appendUpdate(
  db: Reader,
  note: NoteId,
  { begunAt, at, whos, bytes }: Appending,
): Promise<number> {
  const row = { note, begun_at: begunAt, at, whos, bytes: Buffer.from(bytes) }
  const { seq } = await reading(db)
    .insertInto('note_updates')
    .values(row)
    .returning('seq')
    .executeTakeFirstOrThrow()
  return seq
}

/**
 * Lets a row grow; answers whether it still could: a folded row stands. One statement, which may
 * stand alone.
 */
export async function growUpdate(
  db: Reader,
  seq: number,
  { at, whos, bytes }: Omit<Appending, 'begunAt'>,
): Promise<boolean> {
  const { numUpdatedRows } = await reading(db)
    .updateTable('note_updates')
    .set({ at, whos, bytes: Buffer.from(bytes) })
    .where('seq', '=', seq)
    .where('folded', '=', false)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/**
 * All updates that make the note as it is stored now. The rows are read before the state: what is
 * folded in between is in both, which does no harm, and never in neither.
 */
export async function updatesOf(db: Reader, note: NoteId): Promise<Uint8Array[]> {
  const rows = await reading(db)
    .selectFrom('note_updates')
    .select('bytes')
    .where('note', '=', note)
    .where('folded', '=', false)
    .orderBy('seq')
    .execute()
  const folded = await reading(db)
    .selectFrom('note_texts')
    .select('state')
    .where('note', '=', note)
    .executeTakeFirst()
  return [...(folded ? [folded.state] : []), ...rows.map(({ bytes }) => bytes)]
}

/** The note as it is stored now, as a document of its own. */
export async function docOf(db: Reader, note: NoteId): Promise<Y.Doc> {
  const doc = new Y.Doc()
  for (const update of await updatesOf(db, note)) Y.applyUpdate(doc, update)
  return doc
}

export type Kept = { pieces: Piece[]; text: string; updatedAt: Instant; characters: number }

const AT_REST = sql<boolean>`not exists (
  select 1 from note_updates u where u.note = note_texts.note and not u.folded)`

/** Which folding of the note stands, when nothing was written since: another one, another word. */
export async function foldingOf(db: Reader, note: NoteId): Promise<string | null> {
  const row = await reading(db)
    .selectFrom('note_texts')
    .select(sql<string>`xmin::text`.as('folding'))
    .where('note', '=', note)
    .where(AT_REST)
    .executeTakeFirst()
  return row?.folding ?? null
}

/** How the note reads, when that is known without its document: nothing was written since it was folded. */
export async function readingOf(db: Reader, note: NoteId): Promise<Kept | null> {
  const row = await reading(db)
    .selectFrom('note_texts')
    .select(['blocks', 'text', 'characters', 'updated_at'])
    .where('note', '=', note)
    .where(AT_REST)
    .executeTakeFirst()
  if (!row) return null
  const { blocks, text, characters, updated_at: updatedAt } = row
  return { pieces: blocks, text, characters, updatedAt }
}

/** When something was last written; null when nothing ever was. */
export async function writtenAt(db: Reader, note: NoteId): Promise<Instant | null> {
  const row = await reading(db)
    .selectFrom('note_updates')
    .select('at')
    .where('note', '=', note)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.at ?? null
}

/**
 * Folds what was written since the last time into the state. Rows of another node that are on their
 * way meanwhile are folded the next time. Answers how many were.
 */
export async function foldNote(tx: Transaction, note: NoteId): Promise<number> {
  await sql`select pg_advisory_xact_lock(8023, hashtext(${note}))`.execute(tx)
  const rows = await writing(tx)
    .updateTable('note_updates')
    .set({ folded: true })
    .where('note', '=', note)
    .where('folded', '=', false)
    .returning(['seq', 'bytes', 'at'])
    .execute()
  if (rows.length === 0) return 0
  const before = await writing(tx)
    .selectFrom('note_texts')
    .select('state')
    .where('note', '=', note)
    .executeTakeFirst()
  const doc = new Y.Doc()
  if (before) Y.applyUpdate(doc, before.state)
  for (const { bytes } of rows.toSorted((a, b) => a.seq - b.seq)) Y.applyUpdate(doc, bytes)
  const text = textOf(doc)
  const folded = {
    state: Buffer.from(Y.encodeStateAsUpdate(doc)),
    blocks: JSON.stringify(piecesOf(doc)),
    text: text.replaceAll('\0', ''),
    characters: [...text].length,
    updated_at: rows.reduce((last, { at }) => (at > last ? at : last), rows[0]?.at ?? ''),
  }
  await writing(tx)
    .insertInto('note_texts')
    .values({ note, ...folded })
    .onConflict((conflict) => conflict.column('note').doUpdateSet(folded))
    .execute()
  return rows.length
}
