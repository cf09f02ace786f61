/**
 * Splitting a sum by weights.
 * 1. Each part is the sum times its weight over all weights, rounded down.
 * 2. What is left over goes one by one to the parts with the largest remainders (Hamilton 1792);
 *    among equals to the earlier. So the parts always add up to the sum.
 */

/** Whole numbers only; with no weight at all everything is the first part's. */
export function split(sum: number, weights: readonly number[]): number[] {
  const all = weights.reduce((total, weight) => total + BigInt(weight), 0n)
  if (all === 0n) return weights.map((_, at) => (at === 0 ? sum : 0))
  const shares = weights.map((weight, at) => {
    const exact = BigInt(sum) * BigInt(weight)
    return { at, part: Number(exact / all), rest: exact % all }
  })
  let left = sum - shares.reduce((total, { part }) => total + part, 0)
  const parts = shares.map(({ part }) => part)
  for (const { at } of shares.toSorted(
    (a, b) => Number(b.rest > a.rest) - Number(b.rest < a.rest),
  )) {
    if (left === 0) break
    parts[at] = (parts[at] ?? 0) + 1
    left -= 1
  }
  return parts
}
