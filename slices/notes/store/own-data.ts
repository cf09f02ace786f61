/** What a person, or a guest, wrote in notes: for whoever takes all that the hall holds of them. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import { ownLines } from '../rules/own-words.ts'
import { charactersByClient } from '../rules/shares.ts'
import { type NoteId, reading } from './tables.ts'
import { docOf } from './texts.ts'

/** What they said about some words of it. */
type OwnComment = { at: Instant; about: string; text: string; suggested: string | null }

/** A note in which they wrote or commented: how many of its characters are theirs, and which. */
export type OwnNote = {
  note: NoteId
  title: string
  address: string
  characters: number
  ofAll: number
  words: string[]
  comments: OwnComment[]
}

/** What any of these said, by note; an answer is about the words of its talk. */
async function ownComments(db: Reader, whos: readonly string[]) {
  const rows = await reading(db)
    .selectFrom('note_comments as c')
    .innerJoin('notes as n', 'n.id', 'c.note')
    .leftJoin('note_comments as t', 't.id', 'c.answers')
    .select(['n.id', 'n.title', 'c.text', 'c.made_at', 'c.quote', 'c.proposed', 't.quote as of'])
    .where('c.who', 'in', [...whos, ''])
    .where('c.taken_at', 'is', null)
    .orderBy('c.seq')
    .execute()
  return Map.groupBy(rows, ({ id }) => id)
}

type Row = {
  made_at: Instant
  quote: string | null
  of: string | null
  text: string
  proposed: string | null
}
const asOwn = ({ made_at: at, quote, of, text, proposed: suggested }: Row): OwnComment => ({
  at,
  about: quote ?? of ?? '',
  text,
  suggested,
})

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
  const said = await ownComments(db, whos)
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
      comments: (said.get(note) ?? []).map(asOwn),
    })
    said.delete(note)
  }
  for (const [note, own] of said) {
    const { title, address } = { title: own[0]?.title ?? '', address: `/notes/${note}` }
    const comments = own.map(asOwn)
    notes.push({ note, title, address, characters: 0, ofAll: 0, words: [], comments })
  }
  return notes
}
