/** The day of the hall's clock on which an instant falls; quick enough for every stretch of everybody. */
import { Temporal } from 'temporal-polyfill'
import { DAY, type Instant } from '#kernel/clock.ts'
import type { DayCount } from '../rules/days.ts'

/** Answers the day on which instants fall in a zone, counted since 1970. */
export function daysInZone(zone: string): (at: Instant) => DayCount {
  /** By the day in UTC: how far the zone is ahead, where that is one answer for the whole day. */
  const ahead = new Map<number, number | null>()
  const offset = (ms: number) =>
    Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6
  return (at) => {
    const ms = Date.parse(at)
    const day = Math.floor(ms / DAY)
    let known = ahead.get(day)
    if (known === undefined) {
      const first = offset(day * DAY)
      known = first === offset((day + 1) * DAY) ? first : null
      ahead.set(day, known)
    }
    return Math.floor((ms + (known ?? offset(ms))) / DAY)
  }
}
