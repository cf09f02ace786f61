/**
 * Splitting a whole so that the parts add up to it: the largest remainder (Hamilton, 1792; Hare).
 * 1. Each part first gets the whole units of its due: the whole times its weight, divided by all.
 * 2. The units that are left go one each to the largest remainders; equal ones in the order given.
 * 3. Without any weight nobody gets anything: there is no fair split of a whole among nobody.
 */
import { fraction, type Fraction, sumOf, times } from './exact.ts'

/** `whole` units split by weights that are not below zero. The parts sum to `whole`, or to 0 (law 3). */
export function splitWhole(whole: bigint, weights: readonly Fraction[]): bigint[] {
  const all = sumOf(weights)
  if (all.over === 0n) return weights.map(() => 0n)
  const dues = weights.map((weight) =>
    times(fraction(whole), fraction(weight.over * all.under, weight.under * all.over)),
  )
  const parts = dues.map(({ over, under }) => over / under)
  const left = whole - parts.reduce((sum, part) => sum + part, 0n)
  const remainders = dues.map(({ over, under }, at) => ({
    at,
    rest: fraction(over % under, under),
  }))
  const order = remainders.toSorted((a, b) => {
    const gap = b.rest.over * a.rest.under - a.rest.over * b.rest.under
    return gap < 0n ? -1 : Number(gap > 0n) || a.at - b.at
  })
  const lucky = new Set(order.slice(0, Number(left)).map(({ at }) => at))
  return parts.map((part, at) => (lucky.has(at) ? part + 1n : part))
}
