/**
 * When a saved line was written: the file holds hours and minutes of a clock on a wall, nothing more.
 * 1. The first line stands on the day that was given. A time that goes back by more than six hours
 *    has passed midnight: from then on it is the next day.
 * 2. A time that goes back by less stands as it is: somebody quoted an older line. Save in the hour
 *    that comes twice when the clocks go back: there it is the second one.
 * 3. A time that jumps forward by more than 18 hours after a midnight was quoted from the day before.
 * 4. A time that the zone never showed (the clocks went forward) is taken as the moment after.
 */
import { Temporal } from 'temporal-polyfill'
import { type Instant, MINUTE } from '#kernel/clock.ts'

const SIX_HOURS = 6 * 60
const DAY_MINUTES = 24 * 60

export type WallClock = {
  /** The moment of the next line, by its minute of the day. */
  read(minute: number): Instant
}

type Moments = { earlier: number; later: number }

/** The moments of one day by its minutes; a day of 24 hours needs no second look at the zone. */
function momentsOn(day: Temporal.PlainDate, zone: string): (minute: number) => Moments {
  const start = day.toZonedDateTime(zone)
  if (start.hoursInDay === 24) {
    const from = start.epochMilliseconds
    return (minute) => ({ earlier: from + minute * MINUTE, later: from + minute * MINUTE })
  }
  return (minute) => {
    const wall = day.toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 })
    const earlier = wall.toZonedDateTime(zone).epochMilliseconds
    const later = wall.toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds
    return { earlier, later }
  }
}

/** A clock that reads the lines of one file in their order. `date` as YYYY-MM-DD, an IANA zone. */
export function wallClock(date: string, zone: string): WallClock {
  const first = Temporal.PlainDate.from(date)
  const openDay = (onDay: number) => momentsOn(first.add({ days: onDay }), zone)
  let days = 0
  let last = -1
  let at = Number.NEGATIVE_INFINITY
  let yesterday = openDay(0)
  let today = yesterday
  return {
    read(minute) {
      if (days > 0 && minute - last > DAY_MINUTES - SIX_HOURS)
        return new Date(yesterday(minute).earlier).toISOString()
      if (last - minute > SIX_HOURS) {
        days += 1
        yesterday = today
        today = openDay(days)
      }
      last = minute
      const { earlier, later } = today(minute)
      at = later > earlier && earlier < at ? later : earlier
      return new Date(at).toISOString()
    },
  }
}

/** Whether a zone is one that can be reckoned with. */
export function isZone(zone: string): boolean {
  try {
    return Temporal.Now.zonedDateTimeISO(zone).epochMilliseconds > 0
  } catch {
    return false
  }
}

/** An instant on a wall: the day (YYYY-MM-DD) and time (HH:MM) that a zone showed. */
export function wallTime(at: Instant, zone: string): { day: string; time: string } {
  const there = Temporal.Instant.from(at).toZonedDateTimeISO(zone)
  return { day: there.toPlainDate().toString(), time: there.toPlainTime().toString().slice(0, 5) }
}
