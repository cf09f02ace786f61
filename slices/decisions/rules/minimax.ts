/**
 * Minimax (Simpson 1969, Kramer 1977), by winning votes.
 * 1. For each candidate, the most papers that preferred somebody to them in a duel that they lost.
 * 2. Whoever has the least of these is elected: whose worst defeat is the smallest. None is zero.
 * 3. Several such are level, and the lot decides.
 *
 * Example: of four towns, 42 papers are for Memphis, 26 for Nashville, 15 for Chattanooga and 17 for
 * Knoxville, each then by distance. Memphis loses to each by 58; Chattanooga loses by 68 at worst and
 * Knoxville by 83; Nashville loses to nobody, and wins. (condorcet.test.ts)
 */
import type { Counted } from './counting.ts'
import { countPairs, type Found } from './pair-count.ts'
import type { PairStep } from './pair-steps.ts'
import { type Pairs, preferring } from './pairwise.ts'
import type { Election } from './papers.ts'
import type { Lot } from './ties.ts'

function find(pairs: Pairs): Found {
  const { standing } = pairs
  const votes = standing.map((_, row) =>
    standing.reduce((most, __, other) => {
      const against = preferring(pairs, other, row)
      return against > preferring(pairs, row, other) ? Math.max(most, against) : most
    }, 0),
  )
  const least = Math.min(...votes)
  const first = standing.filter((_, at) => votes[at] === least)
  return { steps: [{ kind: 'worst', standing, votes }], first }
}

/** Counts by Minimax. Refuses more seats than one, and a tie that no rule decides. */
export function countMinimax(election: Election, lot: Lot): Counted<PairStep> {
  return countPairs(election, lot, { name: 'minimax', find })
}
