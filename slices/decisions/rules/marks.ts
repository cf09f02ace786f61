/**
 * Approval, score and dots: everybody marks options, and marks are added.
 * 1. **Approval** (Brams and Fishburn, "Approval voting", 1978): any number of options, one each, or at
 *    most so many where the rules say. For several seats this is block approval: the same majority may
 *    fill all of them.
 * 2. **Score**: each option a mark of the scale. Options stand by their sum, which is exact.
 * 3. **Dots**: a number of dots to lay on options, all or some, several on one where it is allowed.
 * 4. The highest win, seat by seat. Equal at the last seat: the lot that was declared before, else the
 *    count stops and says between whom.
 * 5. With groups (at-least.ts) the highest wins whose election still lets all groups be served.
 *
 * Example: 94, 88, 70, 69, 67, 63 and 63 approvals for six seats: five are elected, two are level for the
 * sixth. The lot decides, or where none was declared nobody does. (marks.test.ts)
 */
import { refuse } from '#kernel/change.ts'
import { checkGroups, mayElect } from './at-least.ts'
import type { Counted } from './counting.ts'
import type { MarkStep } from './mark-steps.ts'
import { seatHighest } from './plurality.ts'
import { type Marked, sheetsToCount, supportOf, totalsOf } from './sheets.ts'
import type { Lot } from './ties.ts'

/** Adds marks and fills the seats. Refuses a tie at the last seat that no rule decides. */
export function countMarks(marked: Marked, lot: Lot, method = 'score'): Counted<MarkStep> {
  const { seats, groups = [] } = marked
  const taken = sheetsToCount(marked)
  const { standing, papers, empty, invalid } = taken
  const refused = checkGroups({ elected: [], among: standing, seats, groups })
  if (refused) return refused
  const totals = totalsOf(taken, marked)
  const compare = (a: number, b: number) => (totals[b] ?? 0) - (totals[a] ?? 0)
  const fits = (elected: number[], among: number[], one: number) =>
    mayElect({ elected, among, seats, groups }, one)
  const { elected, ties, stuck } = seatHighest(standing, seats, { lot, compare, fits })
  if (stuck) return refuse('tie-undecided', { among: stuck })
  const support = supportOf(taken, marked)
  const steps: MarkStep[] = [
    {
      kind: 'totals',
      papers,
      invalid,
      candidates: standing,
      totals: standing.map((one) => totals[one] ?? 0),
      support: standing.map((one) => support[one] ?? 0),
    },
    ...ties,
    { kind: 'elected', stage: 1, candidates: elected, why: 'most' },
  ]
  return { method, seats, papers, empty, invalid, elected, rounds: 1, steps }
}
