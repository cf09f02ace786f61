/**
 * Being put out, and coming back.
 * 1. It begins with a reason in writing, which the member reads; it is decided when the days of notice
 *    are over, never before.
 * 2. The member may answer in writing until it is decided. Where the rules promise a hearing, one is
 *    set on a day when the notice is over; it is decided after that, or, where none was set, once the
 *    member has answered.
 * 3. Nobody decides about themselves, and whoever opened it does not decide where others can. Where a
 *    circle decides by consent, two of its others say that the member goes (all, where there are
 *    fewer), and none of them says that they stay.
 * 4. Who was put out may appeal for so many days; whoever decided does not decide on the appeal.
 * 5. Who was put out may apply again so many months later. A decision lifted on appeal never was: they
 *    are back in their class.
 */
import { type Change, happen, refuse } from '#kernel/change.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Exclusion as Rule } from './ways.ts'

export type Case = {
  member: string
  openedBy: string
  openedAt: Instant
  decideFrom: Instant
  heardAt: Instant | null
  hearingAt: Instant | null
  outcome: 'out' | 'stays' | null
  decidedBy: string | null
  decidedAt: Instant | null
  appealUntil: Instant | null
  appealedAt: Instant | null
  appealOutcome: 'holds' | 'lifted' | null
}

export type Deciding = {
  person: string
  out: boolean
  /** Others than whom it is about and than who opened it, of those who decide. */
  others: number
  /** What these have said, where a circle decides by consent; null when a role decides. */
  voices: readonly { person: string; out: boolean }[] | null
}

function isOwn(one: Case, { person, others }: Pick<Deciding, 'person' | 'others'>): boolean {
  return person === one.member || (person === one.openedBy && others > 0)
}

/** Law 2: refuses `case-over` and `hearing-early`. */
export function setHearing(one: Case, at: Instant, now: Instant): Change {
  if (one.outcome !== null) return refuse('case-over')
  if (at < one.decideFrom || at < now)
    return refuse('hearing-early', { day: (at < now ? now : one.decideFrom).slice(0, 10) })
  return happen('exclusion.hearing', { at })
}

/** What an open case waits for (laws 1 and 2). */
export function waitsFor(
  { outcome, hearingAt, heardAt, decideFrom }: Case,
  { hearing }: Pick<Rule, 'hearing'>,
  now: Instant,
): 'notice' | 'hearing' | 'hearing-day' | 'decision' | 'nothing' {
  if (outcome !== null) return 'nothing'
  if (hearingAt !== null && now < hearingAt) return 'hearing'
  if (now < decideFrom) return 'notice'
  return hearing && hearingAt === null && heardAt === null ? 'hearing-day' : 'decision'
}

/** Law 3: refuses `case-over` and `own-case`. */
export function giveVoice(one: Case, by: Pick<Deciding, 'person' | 'others'>): Change {
  if (one.outcome !== null) return refuse('case-over')
  return isOwn(one, by) ? refuse('own-case') : happen('exclusion.voice', {})
}

/**
 * Laws 1 to 3: refuses `case-over`, `own-case`, `notice-runs`, `hearing-comes`, `not-heard`,
 * `voices-differ`, `voices-missing`.
 */
export function decideCase(
  one: Case,
  rule: Pick<Rule, 'hearing'>,
  by: Deciding,
  now: Instant,
): Change {
  if (one.outcome !== null) return refuse('case-over')
  if (isOwn(one, by)) return refuse('own-case')
  const waits = waitsFor(one, rule, now)
  if (waits === 'notice') return refuse('notice-runs', { day: one.decideFrom.slice(0, 10) })
  if (waits === 'hearing') return refuse('hearing-comes', { day: one.hearingAt?.slice(0, 10) })
  if (waits === 'hearing-day') return refuse('not-heard')
  return by.out ? agreed(by) : happen('exclusion.decided', {})
}

function agreed({ person, others, voices }: Deciding): Change {
  if (voices === null) return happen('exclusion.decided', {})
  const rest = voices.filter((voice) => voice.person !== person)
  if (rest.some(({ out }) => !out)) return refuse('voices-differ')
  const missing = Math.min(2, others) - rest.length - 1
  if (missing > 0) return refuse('voices-missing', { count: missing })
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

/** Law 5: refuses `put-out-before` and `put-out-for-good`. */
export function mayReturn(again: Instant | 'never' | null, now: Instant): Change {
  if (again === 'never') return refuse('put-out-for-good')
  if (again !== null && again > now) return refuse('put-out-before', { day: again.slice(0, 10) })
  return happen('membrane.may-return', {})
}
