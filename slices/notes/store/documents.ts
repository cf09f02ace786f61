/** A note as it is stored now, for whoever needs it: the hall stores before anybody sees. */
import type * as Y from 'yjs'
import type { Instant } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import type { Piece } from '../rules/news.ts'
import { htmlOf, piecesOf, type Rendering, textOf } from '../rules/pieces.ts'
import { render } from '../rules/rendering.ts'
import { type Author, type Binding, charactersByClient, sharesOf } from '../rules/shares.ts'
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

/** What stands, with the number of who wrote it around each run, and how much each client wrote. */
export type Written = { pieces: Piece[]; counts: ReadonlyMap<number, number> }

/** A document with who wrote what: `<span data-by="n">` around their text, n being their number. */
export function authoredOf(doc: Y.Doc, bindings: readonly Binding[]): Written {
  const numbers = new Map(bindings.map(({ client, number }) => [client, number]))
  const numbered: Rendering = (element) =>
    render(branchOf(element, true), (client) => numbers.get(client) ?? null)
  return { pieces: piecesOf(doc, numbered), counts: charactersByClient(doc) }
}

/** The note as it is stored now, with who wrote what. */
export async function docWithAuthors(db: Reader, note: NoteId): Promise<Written> {
  const doc = await docOf(db, note)
  return authoredOf(doc, await bindingsOf(db, note))
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
