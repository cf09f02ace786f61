/**
 * How somebody hears by mail of what is said.
 *
 * 1. Who has muted a thread hears nothing of it, not even when they are named.
 * 2. Else what they chose for the thread holds; else what they chose for all threads of its circle;
 *    else a daily letter about the threads that they follow.
 * 3. `each`: a notice of every comment. `daily`, `weekly`: one letter about all that was said since the
 *    last, at seven in the morning by the hall's clock, the weekly one on Mondays. `none`: no mail.
 * 4. Who is named hears of it at once, also who chose letters; not who chose none.
 * 5. Nobody hears of their own words, of what is gone, or of what they have read already; what came as
 *    a notice does not come once more in a letter.
 * 6. One follows a thread by beginning it, by saying something in it, by being named in it, or by hand.
 *    Who muted it goes on having muted it.
 */
import { Temporal } from 'temporal-polyfill'
import type { Instant } from '#kernel/clock.ts'

export const MAILS = ['each', 'daily', 'weekly', 'none'] as const
export type Mail = (typeof MAILS)[number]
export const HOWS = ['follow', 'mute'] as const
export type How = (typeof HOWS)[number]
export const ROUNDS = ['daily', 'weekly'] as const
export type Round = (typeof ROUNDS)[number]

export type Choice = {
  how: How | null
  /** What they chose for this thread, and for its circle. */
  thread: Mail | null
  circle: Mail | null
}

/** Laws 1 and 2: what holds for somebody in a thread. */
export function mailIn({ how, thread, circle }: Choice): Mail {
  if (how === 'mute') return 'none'
  return thread ?? circle ?? (how === 'follow' ? 'daily' : 'none')
}

/** Laws 3 and 4: whether a comment comes at once, with the next letter of a round, or not. */
export function noticeFor(choice: Choice, named: boolean): 'now' | Round | null {
  const mail = mailIn(choice)
  const chose = choice.thread ?? choice.circle
  if (named && choice.how !== 'mute' && chose !== 'none') return 'now'
  if (mail === 'each') return 'now'
  return mail === 'none' ? null : mail
}

const HOUR = 7

/** Law 3: the day of the latest round at this moment, by the hall's clock. */
export function roundAt(round: Round, now: Instant, zone: string): string {
  const there = Temporal.Instant.from(now).toZonedDateTimeISO(zone).subtract({ hours: HOUR })
  const day = there.toPlainDate()
  return (round === 'daily' ? day : day.subtract({ days: day.dayOfWeek - 1 })).toString()
}
