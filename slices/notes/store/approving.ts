/** Freezing a note for good. */
import { createHash } from 'node:crypto'
import type { Transaction } from '#kernel/database.ts'
import { Refused } from '#kernel/problem.ts'
import { frozenText } from '../rules/approving.ts'
import { type By, holdNote, saveNote } from './changes.ts'
import { noteDocument } from './documents.ts'
import type { NoteId } from './tables.ts'

/**
 * Approves a note: nothing is stored in it any more (migration 0055), and its text as it stands is
 * kept with its sha-256. Refuses `note-approved`, `not-found`.
 */
export async function approveNote(
  tx: Transaction,
  id: NoteId,
  by: By,
): Promise<{ sha256: string }> {
  const note = await holdNote(tx, id)
  if (!note) throw new Refused('not-found')
  if (note.approved_at) throw new Refused('note-approved')
  const text = frozenText(note, await noteDocument(tx, id))
  const sha256 = createHash('sha256').update(text).digest('hex')
  const set = {
    approved_at: by.now,
    approved_by: by.by,
    approved_text: text,
    approved_sha256: sha256,
  }
  await saveNote(tx, id, set, [{ kind: 'note.approved', data: { sha256 } }], by)
  return { sha256 }
}
