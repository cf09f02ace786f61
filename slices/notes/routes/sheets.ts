/**
 * A note to look for passages in, at little cost: when somebody says something, all who look at the
 * note ask where it stands. An open note is read as it stands here, anew after a change; a note at
 * rest is remembered until somebody writes in it.
 */
import type * as Y from 'yjs'
import type { Reader } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import type { NoteId } from '../store/tables.ts'
import { type Sheet, sheetOf } from '../store/talks.ts'
import { docOf, foldingOf } from '../store/texts.ts'
import { type Desk, openHere } from './desk.ts'
import { deskOf } from './door.ts'

/** So many notes at rest are remembered, none with more characters than this. */
const MOST = 20
const MOST_CHARACTERS = 500_000

type Folding = Awaited<ReturnType<typeof foldingOf>>
type Rest = { folding: Folding; sheet: Sheet }

const known = new WeakMap<Y.Doc, Sheet>()
const rests = new WeakMap<Desk, Map<NoteId, Rest>>()

function sheetIn(doc: Y.Doc): Sheet {
  const before = known.get(doc)
  if (before) return before
  const sheet = sheetOf(doc)
  known.set(doc, sheet)
  doc.once('update', () => known.delete(doc))
  return sheet
}

function remember(desk: Desk, id: NoteId, rest: Rest): void {
  const kept = rests.get(desk) ?? new Map<NoteId, Rest>()
  rests.set(desk, kept)
  kept.delete(id)
  if (rest.sheet.script.text.length > MOST_CHARACTERS) return
  kept.set(id, rest)
  const [oldest] = kept.keys()
  if (kept.size > MOST && oldest) kept.delete(oldest)
}

/** Its folding is asked for before the text is read: what is remembered is never newer than that says. */
async function atRest(desk: Desk, db: Reader, id: NoteId): Promise<Sheet> {
  const folding = await foldingOf(db, id)
  const before = rests.get(desk)?.get(id)
  if (before && before.folding === folding) return before.sheet
  const sheet = sheetOf(await docOf(db, id))
  if (folding !== null) remember(desk, id, { folding, sheet })
  return sheet
}

/** The note as it is stored now, to look for passages in. */
export async function sheetFor(hall: Hall, db: Reader, { id }: { id: NoteId }): Promise<Sheet> {
  const desk = deskOf(hall)
  const open = await openHere(desk, id)
  return open ? sheetIn(open.doc) : atRest(desk, db, id)
}
