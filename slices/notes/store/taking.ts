/** A note made ready to be taken along: text, authors, pictures that the caller may see. */
import type { Reader } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import type { Caller } from '#kernel/session.ts'
import { fileOf, filesOf, openFile, readsFile } from '#slices/files/index.ts'
import {
  authored,
  type AuthoredNote,
  leave,
  type Left,
  type Part,
  type Picture,
  walk,
} from '../rules/formats/authored.ts'
import { fit } from '../rules/formats/fit.ts'
import { noteAt } from './history.ts'
import type { Note } from './notes.ts'

const MOST_PICTURE_BYTES = 200 * 1024 * 1024

export type Taking = {
  note: Note
  version: number | null
  caller: Caller | null
  pictures: boolean
}

/** The note as it stood at a version, or now; authors only those of whom something stands. */
export async function takeNote(
  hall: Pick<Hall, 'db' | 'bytes'>,
  { note, version, caller, pictures }: Taking,
): Promise<AuthoredNote> {
  const left: Left = {}
  const { parts, authors } = await noteAt(hall.db, note.id, version)
  const fitted = fit(parts, left)
  const doc: Part = 'refused' in fitted ? { type: 'doc', content: parts } : fitted.doc
  const numbers = [...new Set([...walk(doc)].flatMap(({ by }) => (by === undefined ? [] : [by])))]
  const places = new Map(numbers.toSorted((a, b) => a - b).map((number, place) => [number, place]))
  for (const part of walk(doc)) {
    const place = part.by === undefined ? undefined : places.get(part.by)
    if (place !== undefined) part.by = place
  }
  return authored(doc, {
    left,
    title: note.title,
    authors: [...places.keys()].map((number) => {
      const author = authors.find((one) => one.number === number)
      return { name: author?.name ?? '', color: author?.color ?? null }
    }),
    pictures: pictures ? await picturesIn(hall, doc, { note: note.id, caller, left }) : [],
  })
}

type Looking = { note: string; caller: Caller | null; left: Left }

async function picturesIn(
  hall: Pick<Hall, 'db' | 'bytes'>,
  doc: Part,
  { note, caller, left }: Looking,
): Promise<Picture[]> {
  const wanted = new Set<string>()
  for (const { type, attrs } of walk(doc))
    if (type === 'picture') wanted.add(String(attrs?.['file']))
  // What the note holds is read by whoever reads the note.
  const own = new Set(
    (await filesOf(hall.db, { kind: 'note', id: note })).map(({ id }) => String(id)),
  )
  const pictures: Picture[] = []
  let size = 0
  for (const id of wanted) {
    const picture = await pictureOf(hall, id, own.has(id) ? null : caller)
    size += picture?.bytes.length ?? 0
    if (picture && size <= MOST_PICTURE_BYTES) pictures.push(picture)
    else leave(left, 'pictures')
  }
  return pictures
}

/** `caller` null: it may be seen. */
async function pictureOf(
  hall: { db: Reader; bytes: Hall['bytes'] },
  id: string,
  caller: Caller | null,
): Promise<Picture | null> {
  const file = await fileOf(hall.db, id)
  if (!file?.type.startsWith('image/')) return null
  if (caller && !(await readsFile(hall.db, caller, file))) return null
  const parts: Uint8Array[] = []
  for await (const part of openFile(hall, file)) parts.push(part)
  return { file: id, name: file.name, bytes: new Uint8Array(Buffer.concat(parts)) }
}
