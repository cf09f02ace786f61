/**
 * Borda's count (Borda 1770, 1784), with equal ranks.
 * 1. A paper gives a candidate a point for each whom it puts behind, and half a point for each whom
 *    it ranks alike; those it doesn't name are alike and last.
 * 2. The most points win, whether or not a majority prefers another. Points are counted in halves.
 * 3. Several such are level, and the lot decides.
 *
 * Example: 6 a>b>c, 5 b>c>a. a has 6 times 2 points, 12; b has 6 and 5 times 2, 16, and wins, though
 * more than half want a first. (condorcet.test.ts)
 */
import type { Counted } from './counting.ts'
import { countPairs, type Found } from './pair-count.ts'
import type { PairStep } from './pair-steps.ts'
import { type Pairs, preferring } from './pairwise.ts'
import type { Election } from './papers.ts'
import type { Lot } from './ties.ts'

function find(pairs: Pairs): Found {
  const { standing, papers } = pairs
  const halves = standing.map((_, row) =>
    standing.reduce((sum, __, other) => {
      if (other === row) return sum
      const before = preferring(pairs, row, other)
      return sum + before + papers - preferring(pairs, other, row)
    }, 0),
  )
  const most = Math.max(...halves)
  const first = standing.filter((_, at) => halves[at] === most)
  return { steps: [{ kind: 'points', standing, halves }], first }
}

/** Counts by Borda. Refuses more seats than one, and a tie that no rule decides. */
export function countBorda(election: Election, lot: Lot): Counted<PairStep> {
  return countPairs(election, lot, { name: 'borda', find })
}
