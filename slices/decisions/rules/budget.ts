/**
 * A budget by approvals, greedily: how most towns do it (N. Talmon and P. Faliszewski, "A framework for
 * approval-based budgeting methods", AAAI 2019; rule `greedy` of pabulib.org).
 * 1. Everybody approves of any options. Options stand by how many approve of them, whatever they cost.
 * 2. From the top, each option that what is left still pays for is funded; one that it doesn't pay for
 *    is passed over, and the next is looked at. Nobody is in favour of it: it is not funded.
 * 3. Equal approvals: the cheaper one first, then the lot.
 * 4. Nothing is funded in part, and never more is spent than there is. The same majority may spend all
 *    of it; equal-shares.ts doesn't let it.
 *
 * Example: 2500 to spend. 4 has six sheets and costs 1400: funded, 1100 is left. 5 has five and costs 1000:
 * funded. None of the others is paid for by the last 100. (budget.test.ts)
 */
import { refuse, type Refusal } from '#kernel/change.ts'
import type { BudgetStep } from './budget-steps.ts'
import type { Counted, TieBroken } from './counting.ts'
import { type Budget, type Marked, sheetsToCount, supportOf, type Taken } from './sheets.ts'
import { firstInLot, type Lot } from './ties.ts'

export type Spending = { budget: Budget; support: readonly number[]; lot: Lot }

const costIn = ({ budget }: Spending, option: number) => budget.costs[option] ?? 0

export const spentOn = (spending: Spending, funded: readonly number[]) =>
  funded.reduce((sum, option) => sum + costIn(spending, option), 0)

/** The budget and who is in favour of what. Refuses an election that says no budget. */
export function beginSpending(
  marked: Marked,
  lot: Lot,
): { taken: Taken; spending: Spending; step: BudgetStep } | Refusal {
  const { budget } = marked
  if (!budget) return refuse('budget-unsaid')
  const taken = sheetsToCount(marked)
  const support = supportOf(taken, marked)
  const { papers, invalid } = taken
  const step: BudgetStep = {
    kind: 'budget',
    whole: budget.whole,
    voters: papers,
    invalid,
    support: [...support],
  }
  return { taken, spending: { budget, support, lot }, step }
}

export type Funded = { funded: number[]; steps: BudgetStep[]; stuck: number[] | null }

/** Laws 2 and 3, on top of what is funded already. */
export function fundGreedily(spending: Spending, options: number[], already: number[]): Funded {
  const { support, budget, lot } = spending
  const funded = [...already]
  const steps: BudgetStep[] = []
  const wanted = options.filter((one) => !already.includes(one) && (support[one] ?? 0) > 0)
  const order = (a: number, b: number) =>
    (support[b] ?? 0) - (support[a] ?? 0) || costIn(spending, a) - costIn(spending, b)
  let waiting = wanted.toSorted((a, b) => order(a, b) || a - b)
  while (waiting.length > 0) {
    const [first = -1] = waiting
    const level = waiting.filter((one) => order(one, first) === 0)
    const left = budget.whole - spentOn(spending, funded)
    const cost = costIn(spending, first)
    const matters = level.length > 1 && cost <= left && cost * level.length > left
    if (matters && !lot) return { funded, steps, stuck: level }
    const option = matters ? firstInLot(lot ?? [], level) : first
    const tie: TieBroken = { kind: 'tie', among: level, chosen: option, purpose: 'fund', by: 'lot' }
    if (matters) steps.push(tie)
    if (cost > left) steps.push({ kind: 'too-dear', option, cost, left })
    else {
      funded.push(option)
      const after = left - cost
      steps.push({ kind: 'funded', option, cost, support: support[option] ?? 0, left: after })
    }
    waiting = waiting.filter((one) => one !== option)
  }
  return { funded, steps, stuck: null }
}

/** Spends a budget greedily. Refuses a tie that no rule decides, and an election without a budget. */
export function countGreedyBudget(marked: Marked, lot: Lot): Counted<BudgetStep> {
  const begun = beginSpending(marked, lot)
  if ('refused' in begun) return begun
  const { taken, spending, step } = begun
  const { funded, steps, stuck } = fundGreedily(spending, taken.standing, [])
  if (stuck) return refuse('tie-undecided', { among: stuck })
  const { papers, empty, invalid } = taken
  const elected: BudgetStep = { kind: 'elected', stage: 1, candidates: funded, why: 'funded' }
  const all = [step, ...steps, elected]
  const { seats } = marked
  const method = 'greedy-budget'
  return { method, seats, papers, empty, invalid, elected: funded, rounds: 1, steps: all }
}
