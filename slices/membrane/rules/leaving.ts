/**
 * Being put out, and coming back.
 * 1. It begins with a reason in writing, which the member reads; it is decided when the days of notice
 *    are over, never before.
 * 2. Where the rules promise a hearing, it is not decided before the member was heard, or twice the
 *    days of notice have passed without a word of theirs.
 * 3. Nobody decides about themselves, and whoever opened it does not decide alone where others can.
 * 4. Who was put out may appeal for so many days; whoever decided does not decide on the appeal.
 * 5. Who was put out may apply again so many months later; a decision lifted on appeal never was.
 */
import { type Change, happen, refuse } from '#kernel/change.ts'
import { DAY, type Instant, plus } from '#kernel/clock.ts'
import type { Exclusion as Rule } from './ways.ts'

export type Case = {
  member: string
  openedBy: string
  openedAt: Instant
  decideFrom: Instant
  heardAt: Instant | null
  outcome: 'out' | 'stays' | null
  decidedBy: string | null
  decidedAt: Instant | null
  appealUntil: Instant | null
  appealedAt: Instant | null
  appealOutcome: 'holds' | 'lifted' | null
}

/** Laws 1 to 3: refuses `case-over`, `notice-runs`, `not-heard`, `own-case`. */
export function decideCase(
  one: Case,
  { hearing, noticeDays }: Pick<Rule, 'hearing' | 'noticeDays'>,
  by: { person: string; others: number },
  now: Instant,
): Change {
  if (one.outcome !== null) return refuse('case-over')
  if (by.person === one.member || (by.person === one.openedBy && by.others > 0))
    return refuse('own-case')
  if (now < one.decideFrom) return refuse('notice-runs', { day: one.decideFrom.slice(0, 10) })
  const waited = plus(one.openedAt, 2 * noticeDays * DAY) <= now
  if (hearing && one.heardAt === null && !waited) return refuse('not-heard')
  return happen('exclusion.decided', {})
}

/** Law 4: refuses `no-appeal`. */
export function appealCase(one: Case, person: string, now: Instant): Change {
  const open = one.outcome === 'out' && one.appealedAt === null && one.member === person
  if (!open || one.appealUntil === null || now > one.appealUntil) return refuse('no-appeal')
  return happen('exclusion.appealed', {})
}

/** Law 4: refuses `no-appeal` and `own-case`. */
export function decideAppeal(one: Case, person: string): Change {
  if (one.appealedAt === null || one.appealOutcome !== null) return refuse('no-appeal')
  if (person === one.decidedBy || person === one.member) return refuse('own-case')
  return happen('exclusion.appeal-decided', {})
}

/** Law 5: from when they may apply again; null for who was never put out, or whose case was lifted. */
export function againFrom(
  cases: readonly Pick<Case, 'outcome' | 'decidedAt' | 'appealOutcome'>[],
  againMonths: number | null,
): Instant | 'never' | null {
  const out = cases.filter(
    ({ outcome, appealOutcome }) => outcome === 'out' && appealOutcome !== 'lifted',
  )
  const last = out
    .flatMap(({ decidedAt }) => decidedAt ?? [])
    .toSorted()
    .at(-1)
  if (last === undefined) return null
  if (againMonths === null) return 'never'
  const from = new Date(last)
  from.setUTCMonth(from.getUTCMonth() + againMonths)
  return from.toISOString()
}
