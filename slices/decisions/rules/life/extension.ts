/**
 * An extension by rule: what becomes of a decision whose quorum is missed at the close.
 * 1. Where its kind says so, it is open for so many more days, at most so many times; what its kind does
 *    not say it does not do. Nobody extends a decision by hand.
 * 2. Only a missed quorum extends it: who took part is looked at, not what they want.
 * 3. The days are counted from the close, at the same time of the clock. Where the hall looked more than
 *    an hour late, from then, so that nobody loses a day of them.
 * 4. Nothing else changes: text, rules, roll and the ballots that are in the urn.
 */
import type { Instant } from '#kernel/clock.ts'
import { checkQuorum, type Turnout } from '../count/quorum.ts'
import type { Ruling } from '../count/ruling.ts'
import { daysLater } from './days.ts'

const LATE_MS = 60 * 60 * 1000

export type AtTheClose = {
  ruling: Ruling
  turnout: readonly Turnout[]
  /** How often it was extended already. */
  extended: number
  closesAt: Instant
  zone: string
  now: Instant
}

/** Until when it is open now, and from when its days count; null: it is counted. */
export function extend(at: AtTheClose): { from: Instant; until: Instant } | null {
  const { ruling, turnout, extended, closesAt, zone, now } = at
  const rule = ruling.kind.extension
  if (!rule || extended >= rule.most) return null
  if (checkQuorum(ruling, turnout).every(({ fine }) => fine)) return null
  const late = Date.parse(now) - Date.parse(closesAt) > LATE_MS
  const from = late ? now : closesAt
  return { from, until: daysLater(from, rule.days, zone) }
}
