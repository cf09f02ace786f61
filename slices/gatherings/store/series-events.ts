/**
 * A series as calendars read it: one event with a rule, an event in the place of every occurrence
 * that has become a gathering, and the days that do not take place for this reader.
 */
import type { Instant } from '#kernel/clock.ts'
import type { IcalEvent } from '#kernel/ical.ts'
import { isInFeeds } from '../rules/doors.ts'
import { eventOf, seriesEvent, type Written } from './calendar.ts'
import type { Heading } from './gatherings.ts'
import type { Serial } from './series.ts'

/** `all` are the gatherings of the series, `listed` those that the reader may see. */
export function eventsOfSeries(
  series: Serial,
  { all, listed, now }: { all: readonly Heading[]; listed: ReadonlySet<string>; now: Instant },
  how: Written,
): IcalEvent[] {
  const shown = all.filter((one) => listed.has(one.id) && isInFeeds(one, now))
  const hidden = all.filter((one) => !shown.includes(one))
  const except = hidden.flatMap(({ occurrence }) => (occurrence ? [occurrence] : []))
  const changedAt = all.reduce(
    (latest, one) => (one.changedAt > latest ? one.changedAt : latest),
    '',
  )
  return [
    seriesEvent(series, { except, changedAt: changedAt || series.startsAt }, how),
    ...shown.map((one) => eventOf(one, series, how)),
  ]
}
