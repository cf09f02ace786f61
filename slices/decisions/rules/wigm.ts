/**
 * Single transferable vote by weighted inclusive Gregory transfers: the WIGM reference rule of the
 * Proportional Representation Foundation (prfound.org, "Reference WIGM Rule"), with four decimals.
 * 1. The quota is the number of papers divided by one more than the seats, cut off at four decimals,
 *    plus 0.0001. Whoever reaches it is elected.
 * 2. The largest surplus is passed on first: every paper of the candidate goes to its next preference
 *    among those who continue, worth its value times the surplus, divided by the candidate's votes,
 *    cut off at four decimals.
 * 3. Without a surplus to pass on, whoever has the fewest is out, and the papers keep their value.
 * 4. Equal surpluses or equal fewest: the lot. Earlier stages don't matter.
 * 5. When as many continue as seats are left they are elected; nothing is transferred after the last.
 * 6. A rank shared by two says no single next preference: the paper stops before it.
 */
import type { Counted } from './counting.ts'
import type { Election } from './papers.ts'
import type { Lot } from './ties.ts'
import { countTransfers } from './transfers.ts'

/** Counts by the WIGM rule. Refuses when a tie is met and no rule for ties was declared. */
export function countWigm(election: Election, lot: Lot): Counted {
  return countTransfers(election, lot, {
    method: 'wigm',
    places: 4,
    quota: (papers, seats, whole) =>
      Number((BigInt(papers) * BigInt(whole)) / BigInt(seats + 1)) + 1,
    earlierStages: false,
  })
}
