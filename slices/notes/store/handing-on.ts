/** Notes as the minutes take them over, and freezing them together with the minutes. */
import type { Reader, Transaction } from '#kernel/database.ts'
import { type File, filesOf } from '#slices/files/index.ts'
import { type Handed, handOn, picturesIn } from '../rules/handing-on.ts'
import { approveNote } from './approving.ts'
import type { By } from './changes.ts'
import { noteDocument } from './documents.ts'
import { noteHolders } from './holders.ts'
import { notesAt } from './listing.ts'
import type { Note } from './notes.ts'
import { placeOf } from './places.ts'

/** The item with which a note stands: its own, or that of the group it belongs to. */
async function itemOf(db: Reader, { holder_kind: kind, holder }: Note): Promise<string | null> {
  if (kind === 'item') return holder.split('.')[1] ?? null
  return (await noteHolders.at(kind)?.itemOf?.(db, holder)) ?? null
}

async function notesOf(db: Reader, gathering: string): Promise<{ note: Note; main: boolean }[]> {
  const [notes, place] = await Promise.all([
    notesAt(db, { kind: 'gathering', id: gathering }),
    placeOf(db, gathering),
  ])
  return notes
    .filter(({ template, rested_at }) => !template && rested_at === null)
    .map((note) => ({ note, main: note.id === place?.note }))
}

export type HandedPicture = Pick<File, 'id' | 'name' | 'type' | 'size' | 'sha256'>

/** The pictures that these parts show, of those that these notes hold themselves. */
async function picturesOf(
  db: Reader,
  notes: readonly { note: Note }[],
  { sections }: Handed,
): Promise<HandedPicture[]> {
  const shown = picturesIn(sections.flatMap(({ blocks }) => blocks))
  if (shown.size === 0) return []
  const held = await Promise.all(
    notes.map(({ note }) => filesOf(db, { kind: 'note', id: note.id })),
  )
  const pictures = held.flat().filter(({ id, type }) => shown.has(id) && type.startsWith('image/'))
  return [...new Map(pictures.map((one) => [one.id, one])).values()].map(
    ({ id, name, type, size, sha256 }) => ({ id, name, type, size, sha256 }),
  )
}

/** What the notes of a gathering hand on to its minutes, as they are written now. */
export async function notesHandedOn(
  db: Reader,
  gathering: string,
  items: ReadonlySet<string>,
): Promise<Handed & { pictures: HandedPicture[] }> {
  const notes = await notesOf(db, gathering)
  const sources = await Promise.all(
    notes.map(async ({ note, main }) => ({
      title: note.title,
      text: await noteDocument(db, note.id),
      main,
      item: await itemOf(db, note),
      shared: note.returns === 'same' || note.holder_kind === 'circle',
    })),
  )
  const handed = handOn(sources, items)
  return { ...handed, pictures: await picturesOf(db, notes, handed) }
}

/**
 * Freezes the notes of a gathering whose minutes are approved. A note that returns in the next
 * gathering goes on: the minutes hold what was in it.
 */
export async function freezeNotes(tx: Transaction, gathering: string, by: By): Promise<void> {
  for (const { note } of await notesOf(tx, gathering)) {
    const goesOn = note.returns === 'same' || note.holder_kind === 'circle'
    if (!goesOn && note.approved_at === null) await approveNote(tx, note.id, by)
  }
}
