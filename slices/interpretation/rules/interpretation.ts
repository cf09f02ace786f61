/**
 * Interpretation: what is said on the floor, said in another language at the same time.
 * 1. Facilitators name interpreters, each with the language they speak into: its channel. Several
 *    may share one and take turns. Who is named must be in the room; an interpreter may lay it down.
 * 2. An interpreter may open their microphone whatever the shape of the sound, and it goes into their
 *    channel alone: who hears the floor does not hear it. To speak on the floor they lay it down first.
 * 3. An interpreter may ask the speaker to go slower; speakers, facilitators and interpreters see it.
 */
import { z } from 'zod'
import { type Change, happenAll, type Refusal, refuse } from '#kernel/change.ts'
import type { Entry } from '#kernel/record.ts'
import type { Place } from '#slices/room/index.ts'

/** How somebody stands in the room. */
export type Standing = Pick<Place, 'here' | 'removed' | 'over' | 'facilitates'>

export const Who = z.string().regex(/^(per|gst)_\w{1,60}$/)

/** Who interprets, and into which language. */
export type Interpreters = Readonly<Record<string, string>>

type By = { standing: Standing; by: string }

function unlessHere({ here, removed, over }: Standing): Refusal | null {
  if (over) return refuse('gathering-over')
  if (removed) return refuse('removed')
  return here ? null : refuse('not-in-the-room')
}

const unlessFacilitates = (standing: Standing): Refusal | null =>
  unlessHere(standing) ?? (standing.facilitates ? null : refuse('only-facilitators'))

type Naming = { who: string; theirs: Standing; language: string | null }

/** Law 1; without a language they no longer interpret. */
export function nameInterpreter(
  interpreters: Interpreters,
  { standing, by }: By,
  { who, theirs, language }: Naming,
): Change {
  const own = language === null && who === by
  const refusal = own ? unlessHere(standing) : unlessFacilitates(standing)
  if (refusal) return refusal
  if (interpreters[who] === (language ?? undefined)) return happenAll()
  if (language !== null && !(theirs.here && !theirs.removed)) return refuse('not-here-to-interpret')
  return happenAll({ kind: 'interpretation.named', data: { who, language, by } })
}

/** Law 3. */
export function askForSlower(interpreters: Interpreters, { standing, by }: By): Change {
  const refusal = unlessHere(standing)
  if (refusal) return refusal
  const language = interpreters[by]
  return language === undefined
    ? refuse('not-an-interpreter')
    : happenAll({ kind: 'interpretation.slower', data: { who: by, language } })
}

const NamedSaid = z.object({ who: Who, language: z.string().nullable() })

/** Who interprets after an entry; one that can't be read changes nothing. */
export function apply(
  interpreters: Interpreters,
  { kind, data }: Pick<Entry, 'kind' | 'data'>,
): Interpreters {
  const said = kind === 'interpretation.named' ? NamedSaid.safeParse(data).data : undefined
  if (!said) return interpreters
  const others = Object.entries(interpreters).filter(([who]) => who !== said.who)
  return Object.fromEntries(
    said.language === null ? others : [...others, [said.who, said.language] as const],
  )
}
