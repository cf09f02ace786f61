/**
 * What *behind* means.
 * 1. Each period of a duty is judged on the day it is late; then it is met or missed. Of the last so
 *    many judged, so many missed make somebody behind (unpaid 3 of the last 12 months).
 * 2. What is asked at every moment makes behind when it is late.
 * 3. A gathering that is over cannot be made up for. Where the rule looks at all periods, only the last
 *    so many of coming count: who comes again is behind no longer.
 * 4. Behind since the first day of the unbroken stretch in which the rule holds.
 */
import type { DayCount } from './days.ts'
import type { Behind } from './duty.ts'

export type Judged = { late: DayCount; met: boolean }

/** Since when the rule has held without a break until this day; null when it does not hold. */
export function behindSince(
  periods: readonly Judged[],
  { missed, of }: Pick<Behind, 'missed' | 'of'>,
  on: DayCount,
): DayCount | null {
  // A version with less grace may make a later period late before an earlier one.
  const judged = periods.filter(({ late }) => late <= on).toSorted((a, b) => a.late - b.late)
  const window = of ?? judged.length
  let since: DayCount | null = null
  let count = 0
  judged.forEach(({ late, met }, at) => {
    if (!met) count += 1
    if (judged[at - window]?.met === false) count -= 1
    if (count < missed) since = null
    else since ??= late
  })
  return since
}
