/**
 * The plan: what the versions of a constitution ask, laid out on the calendar once for all members.
 * 1. A period is judged by the version in force on its first day; a later version begins with the
 *    first day that no period of the same duty covers already. So no version rewrites the past.
 * 2. What is given is measured in parts of a whole period, exactly: `whole` is a number that every
 *    need of the duty, in every version, divides. Who has paid ahead has paid, also when dues rise.
 * 3. A duty owed once is owed by the version of the first day on which somebody has it.
 */
import { countOf, type Day, type DayCount, NEVER, periodsIn, type Stretch } from './days.ts'
import { type Duty, type DutiesPart, type GiftAsked, isGift, needOf, unitOf } from './duty.ts'

/** A version of the duties, from the day on which it holds. */
export type Version = {
  version: number
  from: Day
  part: DutiesPart
  /** The number of each rule as people cite it, by the key of its sentence: `4.2`. */
  cites: Readonly<Record<string, string>>
}

/** One duty as one version asks it. */
export type Ruled = { at: number; version: number; duty: Duty; from: DayCount; until: DayCount }
export type PlanPeriod = {
  ruled: Ruled
  /** From when it is asked; later than `whole.from` when a version begins within it. */
  from: DayCount
  until: DayCount
  days: number
}
export type PlanDuty = {
  key: string
  /** In the order of versions. */
  ruled: Ruled[]
  periods: PlanPeriod[]
  whole: number
}
export type Plan = { versions: readonly (Version & { day: DayCount })[]; duties: PlanDuty[] }

/** More than this cannot be measured exactly; `check` refuses such rules. */
export const MOST_WHOLE = 1_000_000_000_000

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b)
}

/** The number that every need of these divides; infinite when it cannot be held exactly. */
export function wholeOf(gifts: readonly GiftAsked[]): number {
  return gifts.reduce((whole, asked) => {
    if (!Number.isFinite(whole)) return whole
    const need = needOf(asked)
    const common = whole * (need / gcd(whole, need))
    return common > MOST_WHOLE ? Number.POSITIVE_INFINITY : common
  }, 1)
}

function layOut(ruled: readonly Ruled[], horizon: DayCount): PlanPeriod[] {
  const periods: PlanPeriod[] = []
  let covered = Number.NEGATIVE_INFINITY
  for (const one of ruled) {
    const { every } = one.duty
    if (every === 'once') continue
    const from = Math.max(one.from, covered)
    for (const period of periodsIn({ from, until: Math.min(one.until, horizon) }, every)) {
      const begins = Math.max(period.from, from)
      const days = period.until - period.from
      periods.push({ ruled: one, from: begins, until: period.until, days })
      covered = period.until
    }
  }
  return periods
}

/** Lays the versions out until a day; `versions` in the order of their days. */
export function planOf(versions: readonly Version[], until: Day): Plan {
  const known = versions.map((version) => ({ ...version, day: countOf(version.from) }))
  const keys = new Set(known.flatMap(({ part }) => part.duties.map(({ key }) => key)))
  const horizon = Math.min(countOf(until) + 1, NEVER)
  const duties = [...keys].map((key): PlanDuty => {
    const ruled = known.flatMap(({ version, day, part }, at): Ruled[] => {
      const duty = part.duties.find((one) => one.key === key)
      return duty ? [{ at, version, duty, from: day, until: known[at + 1]?.day ?? NEVER }] : []
    })
    const gifts = ruled.flatMap(({ duty }) => duty.asks.filter(isGift))
    return { key, ruled, periods: layOut(ruled, horizon), whole: wholeOf(gifts) }
  })
  return { versions: known, duties }
}

/** The version in force on a day; the first one before any. */
export function versionOn({ versions }: Plan, day: DayCount) {
  return versions.findLast((version) => version.day <= day) ?? versions[0] ?? null
}

/** How much one of a unit is worth of a whole period; null when this rule does not ask for it. */
export function worthOf({ duty }: Ruled, whole: number, unit: string): number | null {
  const asked = duty.asks.find((one) => isGift(one) && unitOf(one) === unit)
  return asked && isGift(asked) ? whole / needOf(asked) : null
}

export type { Stretch }
