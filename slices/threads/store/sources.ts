/** What a thread can start from; each later slice answers for its kind (app/slices.ts). */
import type { Reader } from '#kernel/database.ts'
import { port } from '#kernel/port.ts'
import type { Caller } from '#kernel/session.ts'
import { type CircleId, coop } from '#slices/circles/index.ts'
import { noteHolders, noteOf, noteText, standingIn } from '#slices/notes/index.ts'
import { reading, type Quote, type Thread } from './tables.ts'

export type Source = {
  title: string
  href: string
  /** What was said there, as much as a reader needs to go on from it. */
  quotes: Quote[]
}
export type SourceSeen = Source & {
  /** The circle it is of; null: the co-op. */
  circle: CircleId | null
}

export type ThreadSource = {
  /** What this caller sees of it; null when they may not, or it is not there. */
  read(db: Reader, caller: Caller, id: string): Promise<SourceSeen | null>
}

export const threadSources = port<ThreadSource>('what a thread starts from')

const BEGINNING = 600

/** The first words of a text, whole. */
export function firstWords(text: string, most = BEGINNING): string {
  const trimmed = text.trim()
  if (trimmed.length <= most) return trimmed
  const cut = trimmed.slice(0, most)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most - 40)).toWellFormed()} …`
}

/** A note is quoted with its first words, as its readers see them. */
threadSources.fill('note', {
  async read(db, caller, id) {
    const note = await noteOf(db, `not_${id.slice(4)}`)
    if (!note || (await standingIn(db, caller, note)).right === 'none') return null
    const text = firstWords(await noteText(db, note.id))
    const href = `/notes/${note.id}`
    const circle = (await noteHolders.at(note.holder_kind)?.circleOf(db, note.holder)) ?? null
    const quotes = text ? [{ who: null, name: null, text, at: null, href }] : []
    return { circle, title: note.title, href, quotes }
  },
})

/** A source as a caller sees it, with the circle whose thread it can begin; null: it is not theirs. */
export async function sourceFor(
  db: Reader,
  caller: Caller,
  { kind, id }: { kind: string; id: string },
): Promise<(Source & { kind: string; id: string; circle: CircleId | null }) | null> {
  const seen = await threadSources.at(kind)?.read(db, caller, id)
  if (!seen) return null
  return { ...seen, kind, id, circle: seen.circle ?? (await coop(db))?.id ?? null }
}

/** The threads that started from something, or from a part of it, the first first. */
export function threadsFrom(db: Reader, source: string): Promise<Thread[]> {
  const parts = `${source.replaceAll(/[%_\\]/g, '\\$&')}.%`
  return reading(db)
    .selectFrom('threads')
    .selectAll()
    .where((eb) => eb.or([eb('source', '=', source), eb('source', 'like', parts)]))
    .where('merged_into', 'is', null)
    .orderBy('made_at')
    .limit(100)
    .execute()
}
