/** Days of the circle's clock: the same time of the clock so many days later, whatever it did between. */
import { Temporal } from 'temporal-polyfill'
import type { Instant } from '#kernel/clock.ts'

/** The same time of the clock, `days` days later, in a zone. */
export function daysLater(at: Instant, days: number, zone: string): Instant {
  return Temporal.Instant.from(at)
    .toZonedDateTimeISO(zone)
    .add({ days })
    .toInstant()
    .toString({ smallestUnit: 'millisecond' })
}

/** When a day ends in a zone: `2026-12-17` at midnight, which is the beginning of the next. */
export function dayEnds(day: string, zone: string): Instant {
  return Temporal.PlainDate.from(day)
    .add({ days: 1 })
    .toZonedDateTime(zone)
    .toInstant()
    .toString({ smallestUnit: 'millisecond' })
}

/** The day on which an instant falls in a zone, so many days later: `2026-12-17`. */
export function dayAfter(at: Instant, days: number, zone: string): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().add({ days }).toString()
}
