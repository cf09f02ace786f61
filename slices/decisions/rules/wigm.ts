/**
 * Single transferable vote by weighted inclusive Gregory transfers: the WIGM reference rule of the
 * Proportional Representation Foundation (prfound.org, "Reference WIGM Rule"), with four decimals.
 * 1. The quota is the number of papers divided by one more than the seats, cut off at four decimals,
 *    plus 0.0001. Whoever reaches it is elected.
 * 2. The largest surplus is passed on first (B.3): every paper of the candidate goes to its next
 *    preference among those who continue, worth its value times the surplus, cut off at four decimals,
 *    then divided by the candidate's votes, cut off again (D.4). A surplus of nothing would make every
 *    paper worth nothing, and is left where it is.
 * 3. Without a surplus to pass on, whoever has the fewest is out, and the papers keep their value.
 * 4. Equal surpluses or equal fewest: the lot. Earlier stages don't matter.
 * 5. When as many continue as seats are left they are elected, before the papers of whoever was
 *    excluded last are transferred (B.4, D.3). Sure losers are not excluded together (B.2 is optional).
 * 6. A rank shared by two says no single next preference: the paper stops before it.
 *
 * Example: 10 papers for two seats, 6 a>b, 3 b, 1 c. The quota is 10 by 3 and 0.0001: 3.3334. a passes on
 * 2.6666; by 6 each paper is worth 0.4444, so b has 5.6664 and is elected. (wigm.test.ts)
 */
import type { Counted } from './counting.ts'
import type { Election } from './papers.ts'
import type { Lot } from './ties.ts'
import { countTransfers } from './transfers.ts'

const WHOLE = 10_000n

/** Counts by the WIGM rule. Refuses when a tie is met and no rule for ties was declared. */
export function countWigm(election: Election, lot: Lot): Counted {
  return countTransfers(election, lot, {
    method: 'wigm',
    places: 4,
    quota: (papers, seats, whole) =>
      Number((BigInt(papers) * BigInt(whole)) / BigInt(seats + 1)) + 1,
    worth: (value, surplus, votes) => (((value * surplus) / WHOLE) * WHOLE) / votes,
    earlierStages: false,
  })
}
