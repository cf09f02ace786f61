/**
 * The doors and what is told before.
 * 1. Doors open 15 minutes before the start and stay open until four hours after the announced end,
 *    or until the gathering has ended.
 * 2. Whoever was invited and did not say no is reminded twice: from a day before, and from 15 minutes
 *    before. A reminder whose moment passed while the hall slept is sent late, but never after the
 *    next one's moment or the start; one that was due before the invitation is not sent.
 * 3. A gathering that was called off stays in feeds for 90 days after its day.
 */
import { DAY, HOUR, type Instant, MINUTE, plus } from '#kernel/clock.ts'

export const DOORS_OPEN_MINUTES = 15
const DOORS_CLOSE_HOURS = 4
export const CANCELLED_KEPT_DAYS = 90

type When = {
  startsAt: Instant
  minutes: number
  cancelledAt: Instant | null
  endedAt: Instant | null
}

export function endOf({ startsAt, minutes }: Pick<When, 'startsAt' | 'minutes'>): Instant {
  return plus(startsAt, minutes * MINUTE)
}

export function doorsOpenAt({ startsAt }: Pick<When, 'startsAt'>): Instant {
  return plus(startsAt, -DOORS_OPEN_MINUTES * MINUTE)
}

/** Law 1. */
export function doorsAreOpen(gathering: When, now: Instant): boolean {
  if (gathering.cancelledAt || gathering.endedAt) return false
  return now >= doorsOpenAt(gathering) && now <= plus(endOf(gathering), DOORS_CLOSE_HOURS * HOUR)
}

export type Phase = 'coming' | 'open' | 'past' | 'cancelled'

/** Where a gathering stands; `open` is from the opening of the doors. */
export function phaseOf(gathering: When, now: Instant): Phase {
  if (gathering.cancelledAt) return 'cancelled'
  if (doorsAreOpen(gathering, now)) return 'open'
  return now < gathering.startsAt ? 'coming' : 'past'
}

export const REMINDERS = ['day', 'quarter'] as const
export type Reminder = (typeof REMINDERS)[number]

/** Law 2: the reminder that is due now to somebody invited at `invitedAt`, if any. */
export function reminderDue(gathering: When, invitedAt: Instant, now: Instant): Reminder | null {
  const { startsAt, cancelledAt, endedAt } = gathering
  if (cancelledAt || endedAt || now >= startsAt) return null
  const quarter = plus(startsAt, -DOORS_OPEN_MINUTES * MINUTE)
  const day = plus(startsAt, -DAY)
  if (now >= quarter) return invitedAt < quarter ? 'quarter' : null
  return now >= day && invitedAt < day ? 'day' : null
}

/** Law 3. */
export function isInFeeds(gathering: When, now: Instant): boolean {
  const { cancelledAt, startsAt } = gathering
  if (!cancelledAt) return true
  const last = cancelledAt > startsAt ? cancelledAt : startsAt
  return now <= plus(last, CANCELLED_KEPT_DAYS * DAY)
}
