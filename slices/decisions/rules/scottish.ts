/**
 * Single transferable vote by the Scottish rules: Scottish Local Government Elections Order 2007
 * (SSI 2007/42), schedule 1, rules 45 to 52. In the Order of 2011 (SSI 2011/399), which replaced it,
 * they are rules 46 to 53.
 * 1. Each paper counts for its first preference (45).
 * 2. The quota is the number of papers divided by one more than the seats, what is broken off left
 *    out, plus one (46). Whoever reaches it is elected at the end of that stage (47).
 * 3. Whoever has more than the quota passes on the surplus: every paper goes to its next preference
 *    among those who continue, worth the surplus times its value, divided by the candidate's votes,
 *    to five decimals, the rest ignored (48). One surplus a stage, the largest first (49).
 * 4. When nobody has a surplus to pass on, whoever has the fewest votes is excluded, and the papers
 *    go on with the value they had (50).
 * 5. Equal surpluses or equal fewest: the latest earlier stage that tells them apart decides, else
 *    the lot (49, 51).
 * 6. When as many continue as there are seats left, they are elected and nothing more is transferred
 *    (52(1)); the papers of whoever was excluded last stay where they are (52(2)). Nothing is transferred
 *    once all seats are filled (48(1)).
 * 7. A paper without a further preference no longer counts; so does what is lost below five decimals.
 *    A rank shared by two says no single next preference: the paper stops before it (45, 48).
 *
 * Example: 18 papers for two seats, 9 Maren>Oisín, 4 Oisín>Chiara, 3 Chiara>Oisín, 2 Joost>Chiara. The
 * quota is 18 by 3, and one: 7. Maren has 9 and is elected; her 2 votes too many, by 9, make each of her
 * papers worth 0.22222, so Oisín has 5.99998. Joost has the fewest and goes out, Chiara has 5. Chiara has
 * the fewest and goes out; one seat and Oisín are left: elected. (scottish.test.ts)
 */
import type { Counted } from './counting.ts'
import type { Election } from './papers.ts'
import type { Lot } from './ties.ts'
import { countTransfers } from './transfers.ts'

/** Counts by the Scottish rules. Refuses when a tie is met and no rule for ties was declared. */
export function countScottish(election: Election, lot: Lot): Counted {
  return countTransfers(election, lot, {
    method: 'scottish-stv',
    places: 5,
    quota: (papers, seats, whole) => (Math.floor(papers / (seats + 1)) + 1) * whole,
    worth: (value, surplus, votes) => (surplus * value) / votes,
    earlierStages: true,
  })
}
