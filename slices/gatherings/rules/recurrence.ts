/**
 * Gatherings that come again.
 * 1. A rule is weekly on some weekdays, or monthly on the first to fourth or last of a weekday, each
 *    every so many weeks or months, until a day or without end.
 * 2. An occurrence begins at the same time of the wall clock in the series' own zone, whatever the
 *    clock does in between. A time that a day skips is moved forward by what was skipped; of a time
 *    that comes twice, the first is meant (as RFC 5545 reads it).
 * 3. The series begins with its first occurrence, which the rule must name.
 * 4. An occurrence is known by its first planned start, also when it was moved or does not take place.
 */
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Instant } from '#kernel/clock.ts'

export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof WEEKDAYS)[number]
const WeekdaySchema = z.enum(WEEKDAYS)
const Day = z.iso.date().meta({ description: 'A day, YYYY-MM-DD' })

export const Rule = z.discriminatedUnion('every', [
  z.object({
    every: z.literal('week'),
    interval: z.int().min(1).max(8).default(1),
    on: z.array(WeekdaySchema).min(1).max(7),
    until: Day.nullable().default(null),
  }),
  z.object({
    every: z.literal('month'),
    interval: z.int().min(1).max(12).default(1),
    on: WeekdaySchema,
    which: z
      .union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(-1)])
      .meta({ description: 'Which of these weekdays in the month; -1 is the last' }),
    until: Day.nullable().default(null),
  }),
])
export type Rule = z.output<typeof Rule>

/** Where a series stands: its first start, and the zone of its wall clock. */
export type Series = { rule: Rule; startsAt: Instant; zone: string }

const MOST_STEPS = 3000

function weekdayOf(date: Temporal.PlainDate): Weekday {
  return WEEKDAYS[date.dayOfWeek - 1] ?? 'MO'
}

/** The weekdays of a week that begins on Monday, in order. */
function* weeks(rule: Extract<Rule, { every: 'week' }>, first: Temporal.PlainDate) {
  const monday = first.subtract({ days: first.dayOfWeek - 1 })
  const days = WEEKDAYS.flatMap((day, index) => (rule.on.includes(day) ? [index] : []))
  for (let step = 0; step < MOST_STEPS; step++) {
    const week = monday.add({ weeks: step * rule.interval })
    for (const day of days) yield week.add({ days: day })
  }
}

function inMonth({ on, which }: Extract<Rule, { every: 'month' }>, first: Temporal.PlainDate) {
  const wanted = WEEKDAYS.indexOf(on) + 1
  if (which > 0) return first.add({ days: ((wanted - first.dayOfWeek + 7) % 7) + (which - 1) * 7 })
  const last = first.add({ months: 1 }).subtract({ days: 1 })
  return last.subtract({ days: (last.dayOfWeek - wanted + 7) % 7 })
}

function* months(rule: Extract<Rule, { every: 'month' }>, first: Temporal.PlainDate) {
  const begin = first.with({ day: 1 })
  for (let step = 0; step < MOST_STEPS; step++)
    yield inMonth(rule, begin.add({ months: step * rule.interval }))
}

function instantAt(date: Temporal.PlainDate, time: Temporal.PlainTime, zone: string): Instant {
  const at = date.toZonedDateTime({ timeZone: zone, plainTime: time })
  return at.toInstant().toString({ smallestUnit: 'millisecond' })
}

/** The starts of a series, in order, the first one included (law 2). */
export function* occurrences({ rule, startsAt, zone }: Series): Generator<Instant> {
  const start = Temporal.Instant.from(startsAt).toZonedDateTimeISO(zone)
  const first = start.toPlainDate()
  const days = rule.every === 'week' ? weeks(rule, first) : months(rule, first)
  for (const day of days) {
    if (rule.until && day.toString() > rule.until) return
    if (Temporal.PlainDate.compare(day, first) >= 0) yield instantAt(day, start.toPlainTime(), zone)
  }
}

/** Whether the rule names its own first start (law 3). */
export function namesStart(series: Series): boolean {
  return occurrences(series).next().value === series.startsAt
}

/** The starts after one instant and up to another (`till` included), at most `most`. */
export function occurrencesBetween(
  series: Series,
  { after, till, most = 500 }: { after: Instant; till: Instant; most?: number },
): Instant[] {
  const found: Instant[] = []
  for (const at of occurrences(series)) {
    if (at > till || found.length >= most) break
    if (at > after) found.push(at)
  }
  return found
}

/** Whether a series has an occurrence that was first planned at this instant (law 4). */
export function isOccurrence(series: Series, at: Instant): boolean {
  for (const start of occurrences(series)) if (start >= at) return start === at
  return false
}

/** The last instant of the last day of a rule that ends, null when it does not. */
export function lastMoment({ rule, zone }: Series): Instant | null {
  if (!rule.until) return null
  return instantAt(Temporal.PlainDate.from(rule.until), Temporal.PlainTime.from('23:59:59'), zone)
}

/** The rule as RFC 5545 writes it, without `RRULE:`. */
export function rruleOf(series: Series): string {
  const { rule } = series
  const last = lastMoment(series)
  const until = last ? `;UNTIL=${last.slice(0, 19).replaceAll(/[-:]/g, '')}Z` : ''
  const interval = rule.interval > 1 ? `;INTERVAL=${rule.interval}` : ''
  if (rule.every === 'week')
    return `FREQ=WEEKLY${interval};BYDAY=${rule.on.join(',')};WKST=MO${until}`
  return `FREQ=MONTHLY${interval};BYDAY=${rule.which}${rule.on}${until}`
}

/** The rule that a start suggests: weekly on its weekday. */
export function weeklyAs(startsAt: Instant, zone: string): Rule {
  const date = Temporal.Instant.from(startsAt).toZonedDateTimeISO(zone).toPlainDate()
  return { every: 'week', interval: 1, on: [weekdayOf(date)], until: null }
}
