/**
 * Which time suits best, and what a time falls together with.
 *
 * 1. Of each time it is counted who can come (yes, or if need be) and who says plain yes. No answer is
 *    no answer: it counts neither for a time nor against it.
 * 2. The best time is the one at which most can come; among those the one with most plain yes; among
 *    those the earliest. A time at which nobody can come is never the best.
 * 3. Where only the earlier start made the difference that is a tie, and it is said.
 * 4. Answers become answers to the call: yes is yes, if need be is maybe, no is no.
 * 5. A time clashes with a gathering that lasts into it; one that begins as the other ends does not.
 */
import { type Instant, MINUTE, plus } from '#kernel/clock.ts'
import type { Slot } from './poll.ts'

export const MARKS = ['yes', 'need', 'no'] as const
export type Mark = (typeof MARKS)[number]
export type Sums = Record<Mark, number>

export type Counted<I extends string = string> = { id: I; startsAt: Instant; sums: Sums }

/** Law 1: how many can come. */
export const canCome = ({ yes, need }: Sums): number => yes + need

/** Law 2: the better of two comes first. */
function better(a: Counted, b: Counted): number {
  return (
    canCome(b.sums) - canCome(a.sums) ||
    b.sums.yes - a.sums.yes ||
    (a.startsAt < b.startsAt ? -1 : 1)
  )
}

/** Laws 2 and 3: the best time, null when nobody can come at any, and those that are level with it. */
export function bestOf<I extends string>(
  slots: readonly Counted<I>[],
): { best: I | null; level: I[] } {
  const [first, ...others] = slots.toSorted(better)
  if (!first || canCome(first.sums) === 0) return { best: null, level: [] }
  const level = others.filter(
    ({ sums }) => canCome(sums) === canCome(first.sums) && sums.yes === first.sums.yes,
  )
  return { best: first.id, level: level.map(({ id }) => id) }
}

const ANSWERS = { yes: 'yes', need: 'maybe', no: 'no' } as const

/** Law 4. */
export const answerFrom = (mark: Mark): 'yes' | 'maybe' | 'no' => ANSWERS[mark]

/** When a time is over. */
export const endOf = ({ startsAt, minutes }: Slot): Instant => plus(startsAt, minutes * MINUTE)

/** Law 5: those that a time clashes with. */
export function clashesOf<G extends { startsAt: Instant; endsAt: Instant }>(
  slot: Slot,
  gatherings: readonly G[],
): G[] {
  const end = endOf(slot)
  return gatherings.filter(({ startsAt, endsAt }) => startsAt < end && endsAt > slot.startsAt)
}

/** These days × these hours, as a wall clock shows them, each once and in order. */
export function wallsOf(days: readonly string[], hours: readonly string[]): string[] {
  const walls = days.flatMap((day) => hours.map((hour) => `${day}T${hour}`))
  return [...new Set(walls)].toSorted()
}
