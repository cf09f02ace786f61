/**
 * Days: a day is `2026-12-03`, the day of the hall's clock, with no zone of its own. Inside the rules
 * days are counted since 1970, and a stretch is half open: `from` belongs to it, `until` does not.
 */
export type Day = string
/** Whole days since 1 January 1970. */
export type DayCount = number

const MS_A_DAY = 86_400_000
/** A day that never comes. */
export const NEVER: DayCount = 2_932_896
export const EVERY = ['month', 'quarter', 'half-year', 'year'] as const
export type Every = (typeof EVERY)[number]
const MONTHS: Record<Every, number> = { month: 1, quarter: 3, 'half-year': 6, year: 12 }

export function countOf(day: Day): DayCount {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number)
  return Math.floor(Date.UTC(year, month - 1, date) / MS_A_DAY)
}

export function dayAt(count: DayCount): Day {
  return new Date(count * MS_A_DAY).toISOString().slice(0, 10)
}

/** The day `days` later. */
export function later(day: Day, days: number): Day {
  return dayAt(countOf(day) + days)
}

function firstOfMonth(months: number): DayCount {
  return Math.floor(Date.UTC(1970, months, 1) / MS_A_DAY)
}

/** Whole months since January 1970 at the beginning of the calendar's period around a day. */
function periodAround(count: DayCount, every: Every): number {
  const date = new Date(count * MS_A_DAY)
  const months = (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth()
  return Math.floor(months / MONTHS[every]) * MONTHS[every]
}

export type Stretch = { from: DayCount; until: DayCount }

/** The calendar's periods that touch a stretch, in order; each whole. */
export function periodsIn({ from, until }: Stretch, every: Every): Stretch[] {
  const found: Stretch[] = []
  if (from >= until) return found
  for (let months = periodAround(from, every); ; months += MONTHS[every]) {
    const period = { from: firstOfMonth(months), until: firstOfMonth(months + MONTHS[every]) }
    if (period.from >= until) return found
    found.push(period)
  }
}

/** How many days of a period lie in any of these stretches, which do not overlap. */
export function daysWithin(period: Stretch, stretches: readonly Stretch[]): number {
  let days = 0
  for (const { from, until } of stretches) {
    const both = Math.min(until, period.until) - Math.max(from, period.from)
    if (both > 0) days += both
  }
  return days
}

/** Stretches without what lies in others; both in order, neither with overlaps. */
export function without(
  stretches: readonly Stretch[],
  others: readonly Stretch[],
): readonly Stretch[] {
  if (others.length === 0) return stretches
  let rest = [...stretches]
  for (const other of others) {
    rest = rest.flatMap(({ from, until }) =>
      other.until <= from || other.from >= until
        ? [{ from, until }]
        : [
            ...(other.from > from ? [{ from, until: other.from }] : []),
            ...(other.until < until ? [{ from: other.until, until }] : []),
          ],
    )
  }
  return rest
}

/** Stretches in order, those that touch or overlap made one. */
export function joined(stretches: readonly Stretch[]): Stretch[] {
  const out: Stretch[] = []
  for (const { from, until } of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = out.at(-1)
    if (last && from <= last.until) last.until = Math.max(last.until, until)
    else if (from < until) out.push({ from, until })
  }
  return out
}

export function covers(stretches: readonly Stretch[], day: DayCount): boolean {
  return stretches.some(({ from, until }) => from <= day && day < until)
}
