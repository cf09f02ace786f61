/** A note that is changed. */
import type { Transaction } from '#kernel/database.ts'
import { Refused } from '#kernel/problem.ts'
import { holdNote } from '../store/changes.ts'
import type { Note } from '../store/notes.ts'
import type { NoteId } from '../store/tables.ts'

/** The note, held; refuses `not-found`. */
export async function heldNote(tx: Transaction, id: NoteId): Promise<Note> {
  const note = await holdNote(tx, id)
  if (!note) throw new Refused('not-found')
  return note
}
