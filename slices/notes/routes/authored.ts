/**
 * A note with who wrote what, at little cost: many ask for it at once, and again every few seconds.
 * An open note is read as it stands here; a note at rest is remembered until somebody writes in it.
 */
import { sharesOf } from '../rules/shares.ts'
import { authoredOf, docWithAuthors, type Written } from '../store/documents.ts'
import { bindingsOf } from '../store/clients.ts'
import { foldingOf } from '../store/texts.ts'
import type { NoteId } from '../store/tables.ts'
import { type Desk, openHere, type Remembered } from './desk.ts'

/** So many notes are remembered, none that is larger than this (characters of HTML). */
const MOST = 20
const MOST_CHARACTERS = 1_000_000

function remember({ authored }: Desk, id: NoteId, what: Remembered): void {
  const length = what.written.pieces.reduce((sum, { html }) => sum + html.length, 0)
  authored.delete(id)
  if (length > MOST_CHARACTERS) return
  authored.set(id, what)
  const [oldest] = authored.keys()
  if (authored.size > MOST && oldest) authored.delete(oldest)
}

/** Asked for before the text is read: what is remembered is never newer than its folding says. */
async function atRest(desk: Desk, id: NoteId): Promise<Written> {
  const { db } = desk.hall
  const folding = await foldingOf(db, id)
  const known = desk.authored.get(id)
  const written = known && known.folding === folding ? known.written : await docWithAuthors(db, id)
  if (folding !== null) remember(desk, id, { folding, written })
  return written
}

/** The pieces with their authors' numbers, and the authors with what they wrote. */
export async function authoredNote(desk: Desk, id: NoteId) {
  const open = await openHere(desk, id)
  const bindings = await bindingsOf(desk.hall.db, id)
  const { pieces, counts } = open ? authoredOf(open.doc, bindings) : await atRest(desk, id)
  return { pieces, authors: sharesOf(counts, bindings) }
}
