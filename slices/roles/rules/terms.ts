/**
 * Terms: who holds a role from when until when.
 *
 * 1. A term runs from a day to the same day so many months later; where that month is shorter, to
 *    its last day. A role without a term is held until it is handed on.
 * 2. A role has as many full holders as it has seats; a deputy takes no seat.
 * 3. Who has held a role for the most terms in a row stands back for one term of somebody else.
 *    A row is broken by more than a month without the role.
 * 4. Only who is inside, in a class the role is open to, may hold it.
 * 5. Nobody holds one role twice at once.
 * 6. A seat is vacant when nobody holds it; it is called vacant from 60 days before its term ends
 *    when nobody is named to follow.
 * 7. Who holds a role is reminded 60, 30 and 7 days before the term ends, each once; who came late
 *    is told only the nearest.
 */
import { type Change, happen, refuse } from '#kernel/change.ts'
import { DAY, type Instant, msBetween, plus } from '#kernel/clock.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { Filling, RoleRule } from './section.ts'

export const REMINDED_DAYS = [60, 30, 7] as const
export const VACANT_AHEAD_DAYS = 60
const ROW_BREAK = 31 * DAY

export type EndReason = 'term' | 'handed-on' | 'recalled' | 'left' | 'rule'

export type Term = {
  id: string
  role: string
  person: PersonId
  deputy: boolean
  from: Instant
  /** The planned end; null when the role has no term. */
  until: Instant | null
  endedAt: Instant | null
  filled: Filling
}

/** Law 1. The end of a term of so many months; null for no term. */
export function endOfTerm(from: Instant, months: number | null): Instant | null {
  if (months === null) return null
  const start = new Date(from)
  const end = new Date(start)
  end.setUTCDate(1)
  end.setUTCMonth(start.getUTCMonth() + months)
  const last = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate()
  end.setUTCDate(Math.min(start.getUTCDate(), last))
  return end.toISOString()
}

/** Whether a term is held at a moment. */
export function heldAt(term: Term, at: Instant): boolean {
  return term.from <= at && (term.endedAt === null || term.endedAt > at)
}

/** The terms of a person in a role, the latest row of them, newest first (law 3). */
export function rowOf(terms: readonly Term[], person: PersonId, from: Instant): Term[] {
  const own = terms
    .filter((term) => term.person === person && !term.deputy && term.from < from)
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))
  const row: Term[] = []
  let edge = from
  for (const term of own) {
    const end = term.endedAt ?? term.until ?? edge
    if (msBetween(end, edge) > ROW_BREAK) break
    row.push(term)
    edge = term.from
  }
  return row
}

export type Candidate = { person: PersonId; class: string | null; mayStand: boolean }

/** Laws 3 and 4: null when this member may begin a term, else why not. */
export function unfit(
  rule: RoleRule,
  terms: readonly Term[],
  who: Candidate | undefined,
  from: Instant,
): 'not-a-member' | 'wrong-class' | 'too-many-terms' | null {
  if (!who) return 'not-a-member'
  const open = rule.eligible.length === 0 ? who.mayStand : rule.eligible.includes(who.class ?? '')
  if (!open) return 'wrong-class'
  const { mostInARow } = rule
  if (mostInARow !== null && rowOf(terms, who.person, from).length >= mostInARow)
    return 'too-many-terms'
  return null
}

/** How many seats will be free at a moment: terms that end by then leave theirs. */
export function freeSeats(rule: RoleRule, terms: readonly Term[], at: Instant): number {
  const taken = terms.filter(
    (term) => !term.deputy && term.endedAt === null && (term.until === null || term.until > at),
  )
  return Math.max(0, rule.seats - taken.length)
}

export type Beginning = {
  rule: RoleRule
  /** All terms of this role, past ones too. */
  terms: readonly Term[]
  who: Candidate | undefined
  deputy: boolean
  from: Instant
}

/**
 * Laws 2 to 5. Refuses `not-a-member`, `wrong-class`, `too-many-terms`, `held-already`, `no-seat`,
 * `no-deputy`.
 */
export function beginTerm({ rule, terms, who, deputy, from }: Beginning): Change {
  const unfitness = unfit(rule, deputy ? [] : terms, who, from)
  if (unfitness || !who) return refuse(unfitness ?? 'not-a-member', { role: rule.name })
  if (deputy && !rule.deputy) return refuse('no-deputy', { role: rule.name })
  const overlaps = terms.some(
    (term) =>
      term.person === who.person &&
      term.endedAt === null &&
      (term.until === null || term.until > from),
  )
  if (overlaps) return refuse('held-already', { role: rule.name })
  if (!deputy && freeSeats(rule, terms, from) === 0)
    return refuse('no-seat', { role: rule.name, seats: rule.seats })
  return happen('term.planned', { role: rule.key, person: who.person })
}

/** Law 6. How many seats of a role want somebody, and from when. */
export function vacancy(
  rule: RoleRule,
  terms: readonly Term[],
  now: Instant,
): { seats: number; from: Instant } | null {
  const soon = plus(now, VACANT_AHEAD_DAYS * DAY)
  const open = terms.filter((term) => !term.deputy && term.endedAt === null)
  const staying = open.filter((term) => term.until === null || term.until > soon)
  const seats = rule.seats - staying.length
  if (seats <= 0) return null
  const held = open.filter((term) => heldAt(term, now))
  const ends = held.flatMap((term) => term.until ?? [])
  const from = held.length < rule.seats ? now : (ends.toSorted()[0] ?? now)
  return { seats, from }
}

/** Law 7. Which reminder is due now: the nearest that has come, unless it was sent; else null. */
export function reminderDue(term: Term, sent: readonly number[], now: Instant): number | null {
  if (term.until === null || term.endedAt !== null || now >= term.until) return null
  const days = msBetween(now, term.until) / DAY
  const due = REMINDED_DAYS.findLast((mark) => days <= mark)
  if (due === undefined || sent.some((mark) => mark <= due)) return null
  return due
}
