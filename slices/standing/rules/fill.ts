/**
 * What was given, put to what is owed.
 * 1. A gift goes to what is owed, oldest first; so whoever gives what is missing is at rights again.
 *    What is over is kept for the periods to come.
 * 2. What was given before anything was owed is kept for the first period.
 * 3. A gift is worth what the version says that rules the period in which it was given.
 * So one more gift leaves every period as full as it was, or fuller (tested as a property).
 */
import type { Given } from './facts.ts'
import type { Owed } from './owed.ts'
import { type PlanDuty, worthOf } from './plan.ts'

/** A part of a gift that counted for a period, in the unit of the gift's duty (parts of `whole`). */
export type Use = { gift: Given; value: number }
export type Filled = { owed: Owed; filled: number; uses: Use[] }
export type Filling = { periods: Filled[]; kept: number; uncounted: Given[] }

/** What one gift can be worth at the most, in whole periods: so sums stay exact. */
const MOST_PERIODS = 1000

function valueOf(gift: Given, duty: PlanDuty, owed: Owed | undefined): number | null {
  const ruled = owed?.ruled ?? duty.ruled[0]
  const worth = ruled ? worthOf(ruled, duty.whole, gift.unit) : null
  if (worth === null) return null
  const most = MOST_PERIODS * duty.whole
  return gift.amount >= most / worth ? most : gift.amount * worth
}

/** Puts gifts, oldest first, to what is owed, oldest first. */
export function fill(duty: PlanDuty, owed: readonly Owed[], gifts: readonly Given[]): Filling {
  const periods = owed.map((one): Filled => ({ owed: one, filled: 0, uses: [] }))
  const filling: Filling = { periods, kept: 0, uncounted: [] }
  let current = 0
  let open = 0
  for (const gift of gifts) {
    while ((owed[current + 1]?.from ?? Number.POSITIVE_INFINITY) <= gift.happened) current += 1
    let value = valueOf(gift, duty, owed[current])
    if (value === null) {
      filling.uncounted.push(gift)
      continue
    }
    for (let period = periods[open]; period && value > 0; period = periods[open]) {
      const used = Math.min(period.owed.need - period.filled, value)
      if (used > 0) period.uses.push({ gift, value: used })
      period.filled += used
      value -= used
      if (period.filled < period.owed.need) break
      open += 1
    }
    filling.kept += value
  }
  return filling
}
