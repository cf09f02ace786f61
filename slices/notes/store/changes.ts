/** Changing what a note is; each change with its entry in the record. */
import type { Updateable } from 'kysely'
import type { Fact } from '#kernel/change.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import { note as enter } from '#kernel/record.ts'
import type { Note } from './notes.ts'
import { type NoteId, type Tables, topicOf, writing } from './tables.ts'

export type By = { by: string | null; now: Instant }

/** The note, held until the transaction ends. */
export function holdNote(tx: Transaction, id: NoteId): Promise<Note | undefined> {
  return writing(tx)
    .selectFrom('notes')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** Saves how a note stands now, with what happened. */
export async function saveNote(
  tx: Transaction,
  id: NoteId,
  set: Updateable<Tables['notes']>,
  facts: readonly Fact[],
  { by, now }: By,
): Promise<void> {
  await writing(tx).updateTable('notes').set(set).where('id', '=', id).execute()
  await enter(tx, topicOf(id), facts, { now, actor: by })
}
