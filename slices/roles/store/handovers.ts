/** Handover notes: written by whoever goes, read and acknowledged by whoever comes. */
import type { Reader, Transaction } from '#kernel/database.ts'
import { note } from '#kernel/record.ts'
import type { CircleId } from '#slices/circles/index.ts'
import { type By, reading, type Tables, type TermId, topicOf, writing } from './tables.ts'

export type Handover = Tables['role_handovers']

/** The handover notes of these terms. */
export async function handoversOf(db: Reader, terms: readonly TermId[]): Promise<Handover[]> {
  if (terms.length === 0) return []
  return reading(db).selectFrom('role_handovers').selectAll().where('term', 'in', terms).execute()
}

/** Writes the note of a term; written anew it wants to be read anew. */
export async function writeHandover(
  tx: Transaction,
  { id, circle, role }: { id: TermId; circle: CircleId; role: string },
  text: string,
  { by, now }: By,
): Promise<void> {
  const fresh = { text, written_at: now, read_by: null, read_at: null }
  await writing(tx)
    .insertInto('role_handovers')
    .values({ term: id, ...fresh })
    .onConflict((oc) => oc.column('term').doUpdateSet(fresh))
    .execute()
  const facts = [{ kind: 'handover.written', data: { term: id, role } }]
  await note(tx, topicOf(circle), facts, { now, actor: by })
}

/** Whoever follows has read it; false when that was said before, or nothing is written. */
export async function acknowledge(
  tx: Transaction,
  { id, circle, role }: { id: TermId; circle: CircleId; role: string },
  { by, now }: By,
): Promise<boolean> {
  const read = await writing(tx)
    .updateTable('role_handovers')
    .set({ read_by: by, read_at: now })
    .where('term', '=', id)
    .where('read_at', 'is', null)
    .executeTakeFirst()
  if (read.numUpdatedRows === 0n) return false
  const facts = [{ kind: 'handover.read', data: { term: id, role } }]
  await note(tx, topicOf(circle), facts, { now, actor: by })
  return true
}
