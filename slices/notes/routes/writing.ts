/** What may be written in an open note, the same by socket and by HTTP. */
import * as Y from 'yjs'
import { CHANGE_BYTES, CHANGES, NOTE_BYTES, UPDATE_BYTES } from '../rules/limits.ts'
import { isEmpty, readUpdate, type Update } from '../rules/updates.ts'
import { type Author, bindAuthor } from '../store/clients.ts'
import type { Desk, OpenNote } from './desk.ts'

const BACKLOG_BYTES = 20_000_000

export type NotTaken =
  | 'update-too-large'
  | 'update-not-understood'
  | 'note-full'
  | 'name-of-another'
  | 'too-many-changes'
/** `nothing`: it changes nothing and need not be stored. */
export type Checked = { refused: NotTaken } | { update: Update; nothing: boolean }

/** What of it is here already takes no room. */
function isFull(note: OpenNote, update: Uint8Array): boolean {
  if (note.size + update.byteLength < NOTE_BYTES) return false
  note.size = Y.encodeStateAsUpdate(note.doc).byteLength
  const isNew = Y.diffUpdate(update, Y.encodeStateVector(note.doc))
  return note.size + isNew.byteLength >= NOTE_BYTES
}

/** Whether somebody writes more than one can; takes what they write into account. */
function isTooMuch({ hall }: Desk, who: string, bytes: number): boolean {
  const now = new Date().toISOString()
  const take = () => hall.limits.take(`writes ${who}`, CHANGES, now)
  return Array.from({ length: Math.ceil(bytes / CHANGE_BYTES) }, take).some((wait) => wait > 0)
}

/** Whether an update is one, is small enough and has room; whose it is, `claim` says. */
export function checkUpdate(desk: Desk, note: OpenNote, who: string, bytes: Uint8Array): Checked {
  if (bytes.byteLength > UPDATE_BYTES) return { refused: 'update-too-large' }
  if (isTooMuch(desk, who, bytes.byteLength) || note.store.backlog > BACKLOG_BYTES)
    return { refused: 'too-many-changes' }
  const update = readUpdate(bytes)
  if (!update) return { refused: 'update-not-understood' }
  if (update.clients.length > 0 && isFull(note, bytes)) return { refused: 'note-full' }
  return { update, nothing: isEmpty(update) }
}

/**
 * Whether all these clients are this author's: those that are nobody's become theirs, for good.
 * Answers at once when nothing must be asked.
 */
export function claim(
  desk: Desk,
  note: OpenNote,
  clients: readonly number[],
  author: Author,
): boolean | Promise<boolean> {
  const unknown = clients.filter((client) => !note.bindings.has(client))
  if (clients.some((client) => isOthers(note, client, author))) return false
  return unknown.length === 0 || bindAll(desk, note, unknown, author)
}

function isOthers(note: OpenNote, client: number, { who }: Author): boolean {
  const bound = note.bindings.get(client)
  return bound !== undefined && bound.who !== who
}

const CLIENTS_AT_ONCE = 500

async function bindAll(
  desk: Desk,
  note: OpenNote,
  clients: readonly number[],
  author: Author,
): Promise<boolean> {
  if (clients.length > CLIENTS_AT_ONCE) return false
  const now = desk.hall.clock.now()
  const bound = await desk.hall.transact(async (tx) => {
    const all = []
    for (const client of clients)
      all.push([client, await bindAuthor(tx, note.id, client, author, now)] as const)
    return all
  })
  for (const [client, to] of bound) note.bindings.set(client, to)
  return bound.every(([, { who }]) => who === author.who)
}

/** The number of an author in this note; null before they are bound. */
export function numberOf(note: OpenNote, who: string): number | null {
  for (const bound of note.bindings.values()) if (bound.who === who) return bound.number
  return null
}
