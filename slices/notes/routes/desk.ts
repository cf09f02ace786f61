/**
 * The desk: the notes that are open on this node. A note is open while somebody writes in it, and a
 * little longer; Hocuspocus keeps its document and tells its writers, the desk says what gets to it:
 * only what is stored already.
 */
import { type DirectConnection, type Document, Hocuspocus } from '@hocuspocus/server'
import * as Y from 'yjs'
import type { Hall } from '#kernel/hall.ts'
import { bindingsOf } from '../store/clients.ts'
import { foldNote, updatesOf } from '../store/texts.ts'
import type { Written } from '../store/documents.ts'
import type { NoteId } from '../store/tables.ts'
import type { Elsewhere } from './elsewhere.ts'
import type { Cursors } from './cursors.ts'
import type { Seat } from './seat.ts'
import type { Store } from './storing.ts'
import type { Telling, Writer } from './telling.ts'

/** How long a note stays open after the last writer left. */
const LINGER_MS = 2000

/** To whom a client is bound, and with which number; a promise while it is being asked. */
export type Bindings = Map<number, { who: string; number: number }>

export type OpenNote = {
  id: NoteId
  doc: Document
  direct: DirectConnection
  seats: Set<Seat>
  /** Who waits for a place, in their order. */
  line: Set<Seat>
  bindings: Bindings
  /** About how large it is, in bytes; measured when it matters. */
  size: number
  lingering: NodeJS.Timeout | null
} & Furniture

export type Furniture = {
  /** Who sits on other nodes. */
  elsewhere: Elsewhere
  /** Tells the other nodes how many sit here; `ask`: and wants to hear the same of them. */
  tellSeats(ask?: boolean): void
  store: Store
  cursors: Cursors
  telling: Telling
  writers(): Writer[]
}

/** A note at rest with who wrote what, as it was read at a folding. */
export type Remembered = { folding: string; written: Written }

export type Desk = {
  hall: Hall
  /** The name of this node among the others. */
  node: string
  engine: Hocuspocus
  notes: Map<NoteId, Promise<OpenNote>>
  closing: Map<NoteId, Promise<void>>
  /** Makes the parts of an open note that others know about (door.ts). */
  furnish: (desk: Desk, id: NoteId, doc: Document, seats: ReadonlySet<Seat>) => Furniture
  /** The hall closes: nothing is taken any more. */
  over: boolean
  /** How many may write in one note at a time. */
  places: number
  /** The number of the last news of notes that are open elsewhere. */
  elsewhere: Map<NoteId, number>
  /** Notes at rest with who wrote what, the latest read last (authored.ts). */
  authored: Map<NoteId, Remembered>
}

async function load(desk: Desk, id: NoteId): Promise<OpenNote> {
  const updates = await updatesOf(desk.hall.db, id)
  const direct = await desk.engine.openDirectConnection(id, { updates })
  const { document: doc } = direct
  if (!doc) throw new Error('a document was closed while it was opened')
  const bindings: Bindings = new Map(
    (await bindingsOf(desk.hall.db, id)).map(({ client, who, number }) => [
      client,
      { who, number },
    ]),
  )
  const size = updates.reduce((sum, update) => sum + update.byteLength, 0)
  const seats = new Set<Seat>()
  const furniture = desk.furnish(desk, id, doc, seats)
  furniture.tellSeats(true)
  return {
    id,
    doc,
    direct,
    seats,
    line: new Set(),
    bindings,
    size,
    lingering: null,
    ...furniture,
  }
}

/** The open note, opened when it is not; it stays open a while though nobody sits there. */
export async function openNote(desk: Desk, id: NoteId): Promise<OpenNote> {
  for (;;) {
    await desk.closing.get(id)
    if (desk.closing.has(id)) continue
    const opening = desk.notes.get(id) ?? load(desk, id)
    if (!desk.notes.has(id)) {
      desk.notes.set(id, opening)
      opening.catch(() => desk.notes.delete(id))
    }
    const note = await opening
    if (desk.closing.has(id)) continue
    linger(desk, note)
    return note
  }
}

/** Closes the note when nobody has sat there for a while. */
function linger(desk: Desk, note: OpenNote): void {
  if (note.lingering) clearTimeout(note.lingering)
  note.lingering = setTimeout(() => {
    if (note.seats.size > 0) return linger(desk, note)
    note.lingering = null
    void closeNote(desk, note)
  }, LINGER_MS)
}

/** Stores, folds and forgets. When that fails the note stays open, and it is tried again. */
export function closeNote(desk: Desk, note: OpenNote): Promise<void> {
  const known = desk.closing.get(note.id)
  if (known) return known
  const closing = putAway(desk, note)
    .then(() => {
      desk.notes.delete(note.id)
    })
    .catch((cause) => {
      desk.hall.log.error('a note could not be put away', cause, { note: note.id })
      linger(desk, note)
    })
    .finally(() => desk.closing.delete(note.id))
  desk.closing.set(note.id, closing)
  return closing
}

async function putAway(desk: Desk, note: OpenNote): Promise<void> {
  if (note.lingering) clearTimeout(note.lingering)
  note.cursors.end()
  await note.store.rest()
  await desk.hall.transact((tx) => foldNote(tx, note.id))
  note.telling.end()
  await note.direct.disconnect()
}

/** Takes in what was stored by others: another node, an import. */
export async function takeIn(desk: Desk, note: OpenNote): Promise<void> {
  for (const update of await updatesOf(desk.hall.db, note.id)) apply(note, update)
  await learnBindings(desk, note)
}

/** Takes in who is bound to what, after that changed. */
export async function learnBindings(desk: Desk, note: OpenNote): Promise<void> {
  for (const { client, who, number } of await bindingsOf(desk.hall.db, note.id))
    note.bindings.set(client, { who, number })
}

/** Brings an update that is stored to the document and to all who sit there. */
export function apply(note: OpenNote, update: Uint8Array): void {
  Y.applyUpdate(note.doc, update, { source: 'local', skipStoreHooks: true })
  note.size += update.byteLength
  note.telling.touched()
}

/** The note if it is open here. */
export async function openHere(desk: Desk, id: NoteId): Promise<OpenNote | null> {
  if (desk.closing.has(id)) return null
  return (await desk.notes.get(id)?.catch(() => null)) ?? null
}
