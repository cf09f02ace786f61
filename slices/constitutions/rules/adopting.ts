/**
 * How a version comes to hold.
 * 1. A circle has at most one version in the making. Stewards change it; each section of it counts its
 *    changes, and who changes a section must have seen its last change.
 * 2. A steward proposes it with the day from which it holds. Where the circle has two stewards, another
 *    one confirms it; where it has one, it is adopted at once. While it is proposed nobody changes it;
 *    any steward may take it back.
 * 3. Nothing is adopted that the validator calls an error.
 * 4. A version holds from a day that has not passed when it is adopted. On any day, of the versions
 *    whose day has come, the one adopted last is in force: so a later adoption never changes what was
 *    in force on a day before it.
 * 5. A version begins to hold at its adoption when that is on its day, else when its day begins. One
 *    that a later adoption has overtaken by then never does.
 */
import { type Change, happen, refuse } from '#kernel/change.ts'
import type { Instant } from '#kernel/clock.ts'

/** A day of the calendar, `2026-12-03`. */
export type Day = string
export type State = 'draft' | 'proposed' | 'adopted'

/** The day that an instant falls on in a zone. */
export function dayIn(zone: string, at: Instant): Day {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(new Date(at))
}

type Open = { state: State; proposedBy: string | null; day: Day | null }

/** Law 2, 4: refuses `no-draft`, `day-passed`. Answers whether it is adopted at once. */
export function propose(
  open: Open | null,
  { day, today, stewards }: { day: Day; today: Day; stewards: number },
): Change {
  if (open?.state !== 'draft') return refuse('no-draft')
  if (day < today) return refuse('day-passed', { day, today })
  return happen(stewards > 1 ? 'constitution.proposed' : 'constitution.adopted', { day })
}

/** Law 2, 4: refuses `nothing-proposed`, `another-steward`, `day-passed`. */
export function confirm(open: Open | null, { by, today }: { by: string; today: Day }): Change {
  if (open?.state !== 'proposed' || open.day === null) return refuse('nothing-proposed')
  if (open.proposedBy === by) return refuse('another-steward')
  if (open.day < today) return refuse('day-passed', { day: open.day, today })
  return happen('constitution.adopted', { day: open.day })
}

export type Adopted = { number: number; day: Day }

/** Law 4: the version in force on a day; null when none was yet. */
export function inForce<V extends Adopted>(versions: readonly V[], day: Day): V | null {
  const begun = versions.filter((version) => version.day <= day)
  return begun.reduce<V | null>(
    (last, version) => (last === null || version.number > last.number ? version : last),
    null,
  )
}

export type Heard = Adopted & { begun: boolean }

/** Law 5: those whose day has come and that have not begun yet, in the order in which they hold. */
export function beginning<V extends Heard>(versions: readonly V[], today: Day): V[] {
  return versions
    .filter((version) => !version.begun && version.day <= today)
    .filter((version) => inForce(versions, version.day) === version)
    .toSorted((a, b) => (a.day === b.day ? a.number - b.number : a.day < b.day ? -1 : 1))
}

/** Law 5: those that will hold from a day to come, in the order of their days. */
export function coming<V extends Adopted>(versions: readonly V[], today: Day): V[] {
  return versions
    .filter((version) => version.day > today && inForce(versions, version.day) === version)
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
}
