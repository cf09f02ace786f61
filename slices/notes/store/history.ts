/** Reading the history of a note, and a note at any of its versions with who wrote what. */
import type * as Y from 'yjs'
import type { Instant } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import type { Part } from '../rules/formats/authored.ts'
import { partsOfDoc } from '../rules/formats/from-doc.ts'
import type { Binding } from '../rules/shares.ts'
import { bindingsOf } from './clients.ts'
import { type NoteId, reading, type VersionKind } from './tables.ts'
import { docOf } from './texts.ts'
import { docAt } from './versions.ts'

export type Version = {
  number: number
  begunAt: Instant
  at: Instant
  kind: VersionKind
  label: string | null
  by: string | null
  whos: string[]
  characters: number
}

export const MOST_LISTED = 500

/** Versions, the latest first; `before` goes on where a list ended. */
export async function versionsOf(db: Reader, note: NoteId, before?: number): Promise<Version[]> {
  const rows = reading(db)
    .selectFrom('note_versions')
    .select([
      'number',
      'begun_at as begunAt',
      'at',
      'kind',
      'label',
      'made_by as by',
      'whos',
      'characters',
    ])
    .where('note', '=', note)
    .orderBy('number', 'desc')
    .limit(MOST_LISTED)
  return (before === undefined ? rows : rows.where('number', '<', before)).execute()
}

/** Who wrote since the last version, and when last; null when nobody did. */
export async function unkeptIn(
  db: Reader,
  note: NoteId,
): Promise<{ begunAt: Instant; at: Instant; whos: string[] } | null> {
  const rows = await reading(db)
    .selectFrom('note_updates')
    .select(['begun_at', 'at', 'whos'])
    .where('note', '=', note)
    .where('version', 'is', null)
    .orderBy('seq')
    .execute()
  const [first, last] = [rows[0], rows.at(-1)]
  if (!first || !last) return null
  const whos = [...new Set(rows.flatMap((row) => row.whos))]
  return { begunAt: first.begun_at, at: last.at, whos }
}

export type Colored = Omit<Binding, 'client'>
export type Stood = { doc: Y.Doc; parts: Part[]; authors: Colored[] }

/** The authors by their number, with the colour they had in the file they came from. */
export async function authorsIn(db: Reader, note: NoteId): Promise<Map<number, Colored>> {
  const authors = new Map<number, Colored>()
  for (const { client: _client, ...author } of await bindingsOf(db, note)) {
    const { number, color } = author
    authors.set(number, { ...author, color: authors.get(number)?.color ?? color })
  }
  return authors
}

/** The note as it stood at a version, or as it stands now; runs carry the number of their author. */
export async function noteAt(db: Reader, note: NoteId, version: number | null): Promise<Stood> {
  const doc = version === null ? await docOf(db, note) : await docAt(db, note, version)
  const bindings = await bindingsOf(db, note)
  const numbers = new Map(bindings.map(({ client, number }) => [client, number]))
  const parts = partsOfDoc(doc, (client) => numbers.get(client))
  return { doc, parts, authors: [...(await authorsIn(db, note)).values()] }
}
