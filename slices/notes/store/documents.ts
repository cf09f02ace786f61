/** A note as it is stored now, for whoever needs it: the hall stores before anybody sees. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import { htmlOf, type Piece, piecesOf, type Rendering, textOf } from '../rules/pieces.ts'
import { render } from '../rules/rendering.ts'
import { type Author, charactersByClient, sharesOf } from '../rules/shares.ts'
import { branchOf, documentOf, type NoteJson } from '../rules/tree.ts'
import { bindingsOf } from './clients.ts'
import { docOf, readingOf } from './texts.ts'
import { type NoteId, reading } from './tables.ts'

/** The note as ProseMirror JSON of rules/schema; an empty note is one empty paragraph. */
export async function noteDocument(db: Reader, note: NoteId): Promise<NoteJson> {
  return documentOf(await docOf(db, note))
}

/** How the note reads, in pieces; from what is kept when nothing was written since. */
export async function notePieces(db: Reader, note: NoteId): Promise<Piece[]> {
  return (await readingOf(db, note))?.pieces ?? piecesOf(await docOf(db, note))
}

/** The note as safe HTML. */
export async function noteHtml(db: Reader, note: NoteId): Promise<string> {
  return htmlOf(await notePieces(db, note))
}

/** The plain text, a line a block. */
export async function noteText(db: Reader, note: NoteId): Promise<string> {
  return (await readingOf(db, note))?.text ?? textOf(await docOf(db, note))
}

/** The note with who wrote what: `<span data-by="n">` around their text, and the authors by n. */
export async function noteWithAuthors(
  db: Reader,
  note: NoteId,
): Promise<{ pieces: Piece[]; authors: Author[] }> {
  const [doc, bindings] = await Promise.all([docOf(db, note), bindingsOf(db, note)])
  const numbers = new Map(bindings.map(({ client, number }) => [client, number]))
  const numbered: Rendering = (element) =>
    render(branchOf(element, true), (client) => numbers.get(client) ?? null)
  return {
    pieces: piecesOf(doc, numbered),
    authors: sharesOf(charactersByClient(doc), bindings),
  }
}

/** Who wrote how many of the characters that stand. */
export async function noteShares(db: Reader, note: NoteId): Promise<Author[]> {
  const [doc, bindings] = await Promise.all([docOf(db, note), bindingsOf(db, note)])
  return sharesOf(charactersByClient(doc), bindings)
}

/** Of these notes, those in which something was written after an instant. */
export async function changedSince(db: Reader, since: Instant): Promise<NoteId[]> {
  const rows = await reading(db)
    .selectFrom('note_updates')
    .select('note')
    .distinct()
    .where('at', '>', since)
    .execute()
  return rows.map(({ note }) => note)
}
