/**
 * The Schulze method (Markus Schulze, "A new monotonic, clone-independent, reversal symmetric, and
 * Condorcet-consistent single-winner election method", Social Choice and Welfare 36, 2011).
 * 1. A duel is won by whoever more papers prefer; its strength is how many do (winning votes). A duel
 *    that is level or lost has none.
 * 2. A path from one to another goes over won duels and is as strong as its weakest.
 * 3. One comes before another when the strongest path to them is stronger than the one back.
 * 4. Whoever nobody comes before is elected; several such are level, and the lot decides.
 *
 * Example: 45 papers in a circle. E over A is 23 and A over E 22; but over others the way from A to E is
 * as strong as 24, and from E to A as 25. E gets to everybody more strongly than they get to E, and wins.
 * (condorcet.test.ts)
 */
import type { Counted } from './counting.ts'
import { countPairs, type Found } from './pair-count.ts'
import type { PairStep } from './pair-steps.ts'
import { type Pairs, preferring } from './pairwise.ts'
import type { Election } from './papers.ts'
import type { Lot } from './ties.ts'

/** Laws 1 and 2: the strongest path from each row to each column (Floyd and Warshall's way). */
export function strongestPaths(pairs: Pairs): number[][] {
  const paths = pairs.standing.map((_, row) =>
    pairs.standing.map((__, column) => {
      const here = preferring(pairs, row, column)
      return here > preferring(pairs, column, row) ? here : 0
    }),
  )
  for (const [by, over] of paths.entries())
    for (const [row, from] of paths.entries()) {
      if (row === by) continue
      const first = from[by] ?? 0
      for (let column = 0; column < from.length; column++) {
        const way = Math.min(first, over[column] ?? 0)
        if (column !== row && way > (from[column] ?? 0)) from[column] = way
      }
    }
  return paths
}

function find(pairs: Pairs): Found {
  const strengths = strongestPaths(pairs)
  const first = pairs.standing.filter((_, row) =>
    pairs.standing.every(
      (__, other) => (strengths[row]?.[other] ?? 0) >= (strengths[other]?.[row] ?? 0),
    ),
  )
  return { steps: [{ kind: 'paths', standing: pairs.standing, strengths }], first }
}

/** Counts by Schulze. Refuses more seats than one, and a tie that no rule decides. */
export function countSchulze(election: Election, lot: Lot): Counted<PairStep> {
  return countPairs(election, lot, { name: 'schulze', find })
}
