/** What a person, or a guest, wrote in notes: for whoever takes all that the hall holds of them. */
import type { Reader } from '#kernel/database.ts'
import { ownLines } from '../rules/own-words.ts'
import { charactersByClient } from '../rules/shares.ts'
import { type NoteId, reading } from './tables.ts'
import { docOf } from './texts.ts'

/** A note in which they wrote: how many of its characters are theirs, and which. */
export type OwnNote = {
  note: NoteId
  title: string
  address: string
  characters: number
  ofAll: number
  words: string[]
}

/** The notes in which any of these wrote, the first first, with what of it still stands. */
export async function ownNotes(db: Reader, whos: readonly string[]): Promise<OwnNote[]> {
  const rows = await reading(db)
    .selectFrom('note_clients as c')
    .innerJoin('notes as n', 'n.id', 'c.note')
    .select(['n.id', 'n.title', 'c.client'])
    .where('c.who', 'in', [...whos, ''])
    .orderBy('n.made_at')
    .orderBy('c.first_seen')
    .execute()
  const notes: OwnNote[] = []
  for (const [note, own] of Map.groupBy(rows, ({ id }) => id)) {
    const clients = new Set(own.map(({ client }) => client))
    const doc = await docOf(db, note)
    const counts = [...charactersByClient(doc)]
    const sum = (of: typeof counts) => of.reduce((all, [, characters]) => all + characters, 0)
    notes.push({
      note,
      title: own[0]?.title ?? '',
      address: `/notes/${note}`,
      characters: sum(counts.filter(([client]) => clients.has(client))),
      ofAll: sum(counts),
      words: ownLines(doc, clients),
    })
  }
  return notes
}
