/** A file becomes a note: its text under its own authors, its pictures, its saved states, its chat. */
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import { Refused } from '#kernel/problem.ts'
import { type FileId, holdFile, keepBytes } from '#slices/files/index.ts'
import {
  type AuthoredNote,
  type FormatIn,
  leave,
  type Part,
  textOf,
} from '../rules/formats/authored.ts'
import { nameLine } from '../rules/formats/tidy.ts'
import { asSections } from '../rules/import-sections.ts'
import { IMPORTED } from '../rules/shares.ts'
import { importedChats } from './chats.ts'
import { plantBeside, readBeside } from './format-work.ts'
import { noteHolders } from './holders.ts'
import { type Holding, makeNote } from './notes.ts'
import { takeMainPlace } from './places.ts'
import { type NoteId, writing } from './tables.ts'
import { makeVersion } from './versions.ts'
import { newClient, writeAs } from './writing.ts'

export type Importing = {
  bytes: Uint8Array
  name: string
  holder: Holding
  title: string | null
  by: string | null
  now: Instant
}

export type Imported = {
  note: NoteId
  format: FormatIn
  title: string
  characters: number
  authors: string[]
  versions: number
  pictures: number
  chat: number
  left: AuthoredNote['left']
}

const MOST_SAVED = 50

type Kept = { file: string; id: FileId }

/** Keeps the pictures that can be kept; those that can't are left behind. */
async function keepPictures(hall: Hall, note: AuthoredNote, wish: Importing): Promise<Kept[]> {
  const { holder, by, now } = wish
  const circle = (await noteHolders.at(holder.kind)?.circleOf(hall.db, holder.id)) ?? null
  const kept: Kept[] = []
  for (const { file, name, bytes } of note.pictures) {
    try {
      kept.push({ file, id: await keepBytes(hall, { bytes, name, by, circle, now }) })
    } catch (cause) {
      if (!(cause instanceof Refused)) throw cause
      leave(note.left, 'pictures')
    }
  }
  return kept
}

/** The text with the pictures under the ids they have here; one that was not kept is its words. */
function withPictures(parts: readonly Part[], kept: readonly Kept[]): Part[] {
  return parts.map((part) => {
    if (part.type !== 'picture')
      return part.content ? { ...part, content: withPictures(part.content, kept) } : part
    const id = kept.find(({ file }) => file === part.attrs?.['file'])?.id
    if (id) return { ...part, attrs: { ...part.attrs, file: id } }
    const text = `[${String(part.attrs?.['alt'] ?? '') || '…'}]`
    return { type: 'paragraph', content: [{ type: 'text', text }] }
  })
}

type Writers = Array<{ client: number; who: string; name: string; color: string | null }>

/** An author each, and one for what nobody is known to have written: the file itself. */
function writersOf({ authors }: AuthoredNote, file: string): Writers {
  const known = authors.map(({ name, color }, place) => ({
    client: newClient(),
    who: `${IMPORTED}${place}`,
    name,
    color,
  }))
  const rest = { client: newClient(), who: `${IMPORTED}file`, name: nameLine(file) ?? '' }
  return [...known, { ...rest, color: null }]
}

async function keepColors(tx: Transaction, note: NoteId, writers: Writers): Promise<void> {
  for (const { client, color } of writers)
    if (color)
      await writing(tx)
        .updateTable('note_clients')
        .set({ color })
        .where('note', '=', note)
        .where('client', '=', client)
        .execute()
}

/** Makes a note of a file. Refuses what can't be read (rules/formats/read.ts). */
export async function importNote(hall: Hall, wish: Importing): Promise<Imported> {
  const { format, note } = await readBeside({ bytes: wish.bytes, name: wish.name })
  const kept = await keepPictures(hall, note, wish)
  const parts = await noteHolders.at(wish.holder.kind)?.partsOf?.(hall.db, wish.holder.id)
  const doc = asSections(withPictures(note.doc.content ?? [], kept), parts ?? [])
  const saved = note.saved.slice(-MOST_SAVED)
  const writers = writersOf(note, wish.name)
  const steps = await plantBeside({
    states: [
      ...saved.map((state) => ({
        ...state.doc,
        content: withPictures(state.doc.content ?? [], kept),
      })),
      { type: 'doc', content: doc },
    ],
    authors: note.authors.length,
    clients: writers.map(({ client }) => client),
  })
  const title = wish.title ?? (note.title || wish.name)
  const done = await hall.transact((tx) =>
    save(tx, { wish, title, steps, writers, note: { ...note, saved }, kept }),
  )
  return {
    ...done,
    format,
    title,
    characters: [...textOf({ type: 'doc', content: doc })].length,
    authors: note.authors.map(({ name }) => name),
    pictures: kept.length,
    left: note.left,
  }
}

type Saving = {
  wish: Importing
  title: string
  steps: Awaited<ReturnType<typeof plantBeside>>
  writers: Writers
  note: AuthoredNote
  kept: Kept[]
}

async function save(tx: Transaction, { wish, title, steps, writers, note, kept }: Saving) {
  const { holder, by, now } = wish
  const id = await makeNote(tx, { holder, title, by, now })
  if (holder.kind === 'gathering') await takeMainPlace(tx, { gathering: holder.id, note: id, now })
  let versions = 0
  for (const [place, step] of steps.entries()) {
    const state = note.saved[place]
    const at = state && state.at < now && state.at > '1990' ? state.at : now
    const writings = step.flatMap(({ client, update }) => {
      const writer = writers.find((one) => one.client === client)
      return writer ? [{ client, update, who: writer.who, name: writer.name, at }] : []
    })
    if (writings.length > 0) await writeAs(tx, id, writings, { by, how: 'imported', now })
    if (!state || writings.length === 0) continue
    const making = { kind: 'kept' as const, label: state.label || null, by: null, now: at }
    versions = await makeVersion(tx, id, making)
  }
  await keepColors(tx, id, writers)
  for (const { id: file } of kept)
    await holdFile(tx, { file, holder: { kind: 'note', id }, by, now })
  const gathering = holder.kind === 'gathering' ? holder.id : null
  return { note: id, versions, chat: await keepChat(tx, gathering, note, now) }
}

const LEFT = { waits: 'chat-waits', closed: 'chat-closed' } as const

/** Into the chat of the gathering, where somebody keeps it (app/slices.ts); how many lines stand there. */
async function keepChat(
  tx: Transaction,
  gathering: string | null,
  { chat, left }: AuthoredNote,
  now: Instant,
): Promise<number> {
  const keep = gathering ? importedChats.at('minutes') : undefined
  if (!gathering || !keep || chat.length === 0) {
    leave(left, 'chat', chat.length)
    return 0
  }
  const kept = await keep(tx, { gathering, said: chat, now })
  if (kept === 'kept') return chat.length
  leave(left, LEFT[kept], chat.length)
  return 0
}
