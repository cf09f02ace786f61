/**
 * The life of a decision: draft, talk, open, counted; or withdrawn, or void.
 * 1. Whoever its kind lets propose makes a draft, which only they and the stewards see. Proposed, it is
 *    talked about for at least as many days as its kind says, or less where there is an urgent path.
 * 2. Until it opens, whoever proposed it may change its text. Support is for a text: when it changes,
 *    those who supported the one before are told, and their support counts when they give it again.
 *    Objections keep the number of the text they were made to.
 * 3. It opens when its day has come, it has the support its kind asks for, every objection to the roll is
 *    answered, and by consent no objection to its text is open (consent/objections.ts); until then it waits
 *    and says for what. What its kind leaves open does not open, nor does a secret one with a group that is
 *    too small (secret/groups.ts), or whose ballots would be shown before the close or need a reason. By
 *    advice it never opens: whoever proposed it decides it (advice/advice.ts), and then it is counted.
 * 4. From the opening on, text, rules and roll stand. It is open for so many days of the hall's clock;
 *    at the same time of the last day it closes and is counted, once.
 * 5. Before it opens whoever proposed it may withdraw it. Open or counted, only a steward may call it
 *    void, for one of three reasons and in words: the roll was wrong, the text misled, the rules were
 *    broken. A decision that nobody likes is not void.
 * 6. Counted, whoever proposed it or a steward writes the outcome in words, and may name another day
 *    on which it is asked again than its kind gives; never one that has passed.
 * 7. What its kind gives no days to be open is decided at a gathering. It is **announced**: its days of
 *    talk are the notice, and from its day on it waits for a gathering, where it is moved as it was
 *    announced (at-gathering.ts).
 */
import { type Change, happen, refuse, type Refusal } from '#kernel/change.ts'
import type { Instant } from '#kernel/clock.ts'
import { choosesOptions, fillsOneSeat, type Kind } from '../kinds/kind.ts'
import { daysLater } from './days.ts'

export const STATES = ['draft', 'talk', 'open', 'counted', 'withdrawn', 'void'] as const
export type State = (typeof STATES)[number]
/** What may wait for somebody, beside the decision itself. */
export const WAITS_FOR_ME = [
  'vote',
  'object-answer',
  'confirm',
  'advise',
  'decide',
  'word',
  'answer',
  'review',
] as const
export const VOID_REASONS = ['roll', 'text', 'rules'] as const
export type VoidReason = (typeof VOID_REASONS)[number]

export type Text = { title: string; question: string; options: readonly unknown[]; seats: number }

/** Law 1: whether the text fits its kind; null when it does. */
export function unfitText({ options, seats }: Text, kind: Kind): Refusal | null {
  if (!choosesOptions(kind.method))
    return options.length > 0 ? refuse('no-options-here', { kind: kind.name }) : null
  if (options.length < 2) return refuse('options-missing', { kind: kind.name })
  if (seats > 1 && fillsOneSeat(kind.method))
    return refuse('one-seat-only', { method: kind.name, seats })
  return seats > options.length - 1 && options.length > 0 && seats > 1
    ? refuse('too-many-seats', { seats, options: options.length })
    : null
}

/** Law 3: what a kind leaves open so that nothing of it opens; null when it is whole. */
export function unstated(kind: Kind): Refusal | null {
  if (choosesOptions(kind.method) && kind.method.ties === null)
    return refuse('no-tie-rule', { kind: kind.name })
  if (kind.secrecy === 'secret' && kind.method.kind === 'consent')
    return refuse('consent-not-secret', { kind: kind.name })
  if (kind.secrecy === 'secret' && kind.method.kind === 'advice')
    return refuse('advice-not-secret', { kind: kind.name })
  if (kind.secrecy === 'secret' && kind.shows === 'open')
    return refuse('secret-shown-early', { kind: kind.name })
  return null
}

/** Law 7: whether it is only announced over days, and decided at a gathering. */
export function isAnnounced({ mostDays, method }: Pick<Kind, 'mostDays' | 'method'>): boolean {
  return mostDays === 0 && method.kind !== 'advice'
}

/** Laws 3 and 7: why nothing of a kind is put before the circle; null when it is. */
export function unopenable(kind: Kind): Refusal | null {
  const left = unstated(kind)
  if (left) return left
  return isAnnounced(kind) && kind.secrecy === 'secret'
    ? refuse('secret-over-days', { kind: kind.name })
    : null
}

export type Proposing = {
  state: State
  kind: Kind
  talkDays: number
  openDays: number
  urgent: boolean
  zone: string
  now: Instant
}

/** Law 1; of what is announced (law 7) or decided by advice days to be open are not asked. */
export function propose(given: Proposing): Change {
  const { state, kind, talkDays, openDays, urgent, zone, now } = given
  if (state !== 'draft') return refuse('not-a-draft')
  const left = unopenable(kind)
  if (left) return left
  if (urgent && !kind.urgent) return refuse('no-urgent-path', { kind: kind.name })
  const leastTalk = urgent ? 0 : kind.talkDays
  if (talkDays < leastTalk) return refuse('talk-too-short', { least: leastTalk })
  const happens = happen('decision.proposed', { opens: daysLater(now, talkDays, zone), urgent })
  if (isAnnounced(kind) || kind.method.kind === 'advice') return happens
  const least = urgent && kind.urgent ? Math.min(kind.urgent.days, kind.leastDays) : kind.leastDays
  if (openDays < Math.max(least, 1)) return refuse('open-too-short', { least: Math.max(least, 1) })
  if (openDays > kind.mostDays) return refuse('open-too-long', { most: kind.mostDays })
  return happens
}

/** How many must support the text that stands, beside whoever proposed it. */
export function supportNeeded(kind: Kind, urgent: boolean): number {
  return urgent && kind.urgent ? Math.max(kind.urgent.supporters, kind.supporters) : kind.supporters
}

export type Waiting =
  | { for: 'day'; until: Instant }
  | { for: 'support'; missing: number }
  | { for: 'contests'; open: number }
  | { for: 'objections'; open: number }
  | { for: 'advice' }
  | { for: 'kind' }
  | { for: 'voters' }
  | { for: 'group'; group: string; on: number; least: number }
  | { for: 'subject' }
  | { for: 'gathering'; from: Instant }

type Standing = {
  kind: Kind | null
  opensAt: Instant
  urgent: boolean
  supporters: number
  contests: number
  /** Objections to its text that hold it up. */
  objections: number
  /** What it is about is gone. */
  gone: boolean
  now: Instant
}

/** Law 3: for what a proposal still waits; empty when it may open. */
export function waitsFor(standing: Standing): Waiting[] {
  const { kind, opensAt, urgent, supporters, contests, objections, gone, now } = standing
  if (!kind || unopenable(kind)) return [{ for: 'kind' }]
  const holding = kind.method.kind === 'consent' ? objections : 0
  const missing = supportNeeded(kind, urgent) - supporters
  return [
    ...(now < opensAt && !isAnnounced(kind) ? [{ for: 'day' as const, until: opensAt }] : []),
    ...(missing > 0 ? [{ for: 'support' as const, missing }] : []),
    ...(contests > 0 ? [{ for: 'contests' as const, open: contests }] : []),
    ...(holding > 0 ? [{ for: 'objections' as const, open: holding }] : []),
    ...(kind.method.kind === 'advice' ? [{ for: 'advice' as const }] : []),
    ...(gone ? [{ for: 'subject' as const }] : []),
    ...(isAnnounced(kind) ? [{ for: 'gathering' as const, from: opensAt }] : []),
  ]
}

/** Law 7: why what was announced is not moved at a gathering yet; null when it is. */
export function unripe(waits: readonly Waiting[], now: Instant): Refusal | null {
  const left = waits.find((one) => one.for !== 'gathering' || now < one.from)
  if (left?.for === 'gathering') return refuse('notice-not-over')
  return left || waits.length === 0 ? refuse('announced-not-ripe') : null
}

/** Law 2. `seen`: the number of the text that whoever changes it had before them. */
export function amend(state: State, { seen, stands }: { seen: number; stands: number }): Change {
  if (state !== 'draft' && state !== 'talk') return refuse('text-stands')
  if (seen !== stands) return refuse('text-changed-meanwhile')
  return happen('decision.amended', { text: stands + 1 })
}

/** Law 5. */
export function withdraw(state: State): Change {
  if (state !== 'draft' && state !== 'talk') return refuse('not-withdrawn-any-more')
  return happen('decision.withdrawn', {})
}

/** Law 5. */
export function callVoid(state: State, why: VoidReason): Change {
  if (state !== 'open' && state !== 'counted') return refuse('nothing-to-void')
  return happen('decision.voided', { why })
}

/** Law 4: whether a ballot may be cast now; null when it may. */
export function refuseLate(
  { state, closesAt }: { state: State; closesAt: Instant | null },
  now: Instant,
): Refusal | null {
  if (state === 'draft' || state === 'talk') return refuse('not-open-yet')
  if (state === 'void' || state === 'withdrawn') return refuse('not-decided-any-more')
  return state === 'counted' || closesAt === null || now >= closesAt
    ? refuse('ballots-closed')
    : null
}

/** Law 6. Days as `2027-02-01`. */
export function word(
  state: State,
  { reviewOn, today }: { reviewOn: string | null; today: string },
): Change {
  if (state !== 'counted') return refuse('not-counted-yet')
  if (reviewOn !== null && reviewOn <= today) return refuse('review-passed', { day: reviewOn })
  return happen('decision.worded', { reviewOn })
}

const A_DAY = 24 * 60 * 60 * 1000

/** When whoever has not voted is reminded: a day before the close, or at half time of a short one. */
export function remindsAt(openedAt: Instant, closesAt: Instant): Instant {
  const whole = Date.parse(closesAt) - Date.parse(openedAt)
  return new Date(Date.parse(closesAt) - Math.min(A_DAY, whole / 2)).toISOString()
}
