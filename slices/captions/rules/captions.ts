/**
 * Captions: what is said, as somebody types it while it is said.
 * 1. Facilitators name captioners, each with the language they write in; who is named must be in the
 *    room. A captioner may lay it down, and a facilitator may take it back.
 * 2. A captioner who is in the room writes lines, while the gathering lives. A line stands with its
 *    language, its captioner, when they began it and when it was done, and with whose words it gives:
 *    of who alone had the floor at that moment, else of nobody in particular.
 * 3. What is being typed is passed on and kept nowhere; a line is kept.
 * 4. A speech engine writes too, where a facilitator let one in: it has a name that all see and a key
 *    for this gathering alone, which opens nothing else and dies with the end or when it is put out.
 *    There is none unless a co-op brings its own.
 * 5. A line is hidden, and its words are taken out of the record, by who wrote it, by the one whose
 *    words it gives, and by facilitators; also after the end by the first two.
 * 6. A sealed gathering has no captions: what is said there is not to lie with the hall.
 * 7. Who is erased takes along the words that were theirs, and those they typed of nobody's in particular.
 */
import { z } from 'zod'
import { type Change, happenAll, type Refusal, refuse } from '#kernel/change.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Entry } from '#kernel/record.ts'
import type { Place } from '#slices/room/index.ts'
import { Language } from './languages.ts'

/** How somebody stands in the room. */
export type Standing = Pick<Place, 'here' | 'removed' | 'over' | 'facilitates'>

export const Who = z.string().regex(/^(per|gst)_\w{1,60}$/)

export type Captions = {
  /** Who writes, and in which language. */
  captioners: Readonly<Record<string, string>>
  /** The name of the engine that may write. */
  engine: string | null
}
export const NO_CAPTIONS: Captions = { captioners: {}, engine: null }

export type Line = {
  /** The number of its entry: its name. */
  seq: number
  at: Instant
  /** When it was begun. */
  from: Instant
  language: string
  /** The captioner; null: an engine. */
  by: string | null
  /** Whose words; null: of nobody in particular. */
  speaker: string | null
  text: string
  hidden: boolean
}

/** `sealed`: of a gathering whose sound the hall can't hear. */
type By = { standing: Standing; by: string; sealed: boolean }

function unlessHere({ here, removed, over }: Standing): Refusal | null {
  if (over) return refuse('gathering-over')
  if (removed) return refuse('removed')
  return here ? null : refuse('not-in-the-room')
}

const unlessFacilitates = (standing: Standing): Refusal | null =>
  unlessHere(standing) ?? (standing.facilitates ? null : refuse('only-facilitators'))

type Naming = { who: string; theirs: Standing; language: string | null }

/** Law 1; without a language they no longer write. */
export function nameCaptioner(
  { captioners }: Captions,
  { standing, by, sealed }: By,
  { who, theirs, language }: Naming,
): Change {
  const own = language === null && who === by
  const refusal = own ? unlessHere(standing) : unlessFacilitates(standing)
  if (refusal) return refusal
  if (sealed && language !== null) return refuse('sealed')
  if (captioners[who] === (language ?? undefined)) return happenAll()
  if (language !== null && !(theirs.here && !theirs.removed)) return refuse('not-here-to-caption')
  return happenAll({ kind: 'captions.named', data: { who, language, by } })
}

/** Law 4; without a name there is none any more. */
export function letEngineIn(
  { engine }: Captions,
  { standing, by, sealed }: By,
  name: string | null,
): Change {
  const refusal = unlessFacilitates(standing)
  if (refusal) return refusal
  if (sealed && name !== null) return refuse('sealed')
  return engine === null && name === null
    ? happenAll()
    : happenAll({ kind: 'captions.engine', data: { name, by } })
}

export type Said = { text: string; from: Instant; speaker: string | null }

/** Law 2. */
export function sayLine({ captioners }: Captions, { standing, by }: By, said: Said): Change {
  const refusal = unlessHere(standing)
  if (refusal) return refusal
  const language = captioners[by]
  if (language === undefined) return refuse('not-a-captioner')
  return happenAll({ kind: 'captions.said', data: { ...said, language, by } })
}

/** Laws 2 and 4: an engine that holds the key. */
export function engineSays(over: boolean, said: Said & { language: string }): Change {
  return over
    ? refuse('gathering-over')
    : happenAll({ kind: 'captions.said', data: { ...said, by: null } })
}

/** Law 5: whether somebody may hide a line. */
export function mayHide({ by, speaker }: Line, who: string, { facilitates, over }: Standing) {
  return by === who || speaker === who || (facilitates && !over)
}

/** A line begins at most this long before it is done; what says otherwise is not believed. */
const LONGEST_MS = 60_000

/** When a line began, by what its writer says. */
export function begunAt(from: Instant | undefined, now: Instant): Instant {
  if (!from) return now
  const earliest = new Date(Date.parse(now) - LONGEST_MS).toISOString()
  return from < earliest ? earliest : from > now ? now : from
}

const NamedSaid = z.object({ who: Who, language: Language.nullable() })
const EngineSaid = z.object({ name: z.string().nullable() })
const LineSaid = z.object({
  text: z.string(),
  from: z.string(),
  language: Language,
  by: Who.nullable(),
  speaker: Who.nullable(),
  hidden: z.boolean().default(false),
})

/** Who writes, after an entry; one that can't be read changes nothing. */
export function apply(captions: Captions, { kind, data }: Pick<Entry, 'kind' | 'data'>): Captions {
  if (kind === 'captions.engine') {
    const said = EngineSaid.safeParse(data).data
    return said ? { ...captions, engine: said.name } : captions
  }
  const named = kind === 'captions.named' ? NamedSaid.safeParse(data).data : undefined
  if (!named) return captions
  const others = Object.entries(captions.captioners).filter(([who]) => who !== named.who)
  const { who, language } = named
  const all = language === null ? others : [...others, [who, language] as const]
  return { ...captions, captioners: Object.fromEntries(all) }
}

/** The line that an entry says; null for all else. */
export function lineIn({ kind, seq, at, data }: Pick<Entry, 'kind' | 'seq' | 'at' | 'data'>) {
  const said = kind === 'captions.said' ? LineSaid.safeParse(data).data : undefined
  return said ? { seq, at, ...said } : null
}

/** What stands in the place of a hidden line: that there was one, and when. */
export function hiddenLine({ language, from, by, speaker }: Line) {
  return { text: '', from, language, by, speaker, hidden: true }
}
