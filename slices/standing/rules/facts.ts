/** What is known of a member: facts only, each with the day it happened and the day it became known. */
import type { DayCount, Stretch } from './days.ts'

/** Something given. A correction (a payment that was returned) names what it corrects. */
export type Given = {
  id: string
  unit: string
  /** In the smallest unit: cents, minutes, things. Less than nothing only in a correction. */
  amount: number
  happened: DayCount
  known: DayCount
  /** The duty that it is meant for; null: the first that asks for it. */
  duty: string | null
  corrects: string | null
}

/** A gathering that was held; the same for all members of its circle. */
export type Held = { gathering: string; circle: string; happened: DayCount; known: DayCount }
export type Came = { gathering: string; known: DayCount }

export type Member = {
  /** In which class, from when until when; no overlaps. `trialUntil`: probation. */
  classes: (Stretch & { class: string; trialUntil: DayCount | null })[]
  pauses: readonly Stretch[]
  /** Roles held in the circle. */
  roles: readonly (Stretch & { role: string })[]
  /** Working circles that the member belongs to. */
  circles: readonly (Stretch & { circle: string })[]
  /** Hardship granted: for one duty or, with null, for all that allow it. */
  excused: readonly (Stretch & { duty: string | null; known: DayCount })[]
  given: readonly Given[]
  came: readonly Came[]
}

/** The day that is judged, the last day whose evidence counts, and by when it had to be known. */
export type Asking = { on: DayCount; evidence: DayCount; known: DayCount }

/** A day judged on a day: only what had happened and was known by then. */
export function asking(on: DayCount, known: DayCount = on): Asking {
  return { on, evidence: on, known }
}

/**
 * What counts, with corrections taken off what they correct (never below nothing), oldest first.
 * A correction counts from the day it happened and was known; before, the first entry stands.
 */
export function countable(given: readonly Given[], { evidence, known }: Asking): Given[] {
  const counts = given.filter((one) => one.happened <= evidence && one.known <= known)
  const corrections = new Map<string, number>()
  for (const { corrects, amount } of counts)
    if (corrects !== null) corrections.set(corrects, (corrections.get(corrects) ?? 0) + amount)
  const first = counts.filter(({ corrects }) => corrects === null)
  const net =
    corrections.size === 0
      ? first
      : first.map((one) => ({ ...one, amount: one.amount + (corrections.get(one.id) ?? 0) }))
  return net
    .filter(({ amount }) => amount > 0)
    .toSorted((a, b) => a.happened - b.happened || (a.id < b.id ? -1 : 1))
}
