/**
 * The method of equal shares for a budget (D. Peters, G. Pierczyński and P. Skowron, "Proportional
 * participatory budgeting with additive utilities", NeurIPS 2021), by approvals, completed by **add1u**:
 * as equalshares.net publishes it and towns in Poland and Switzerland have used it.
 * 1. The budget is shared out evenly among the sheets. What an option is worth to those who approve of
 *    it is its cost, so an option costs a sheet the less for what it is worth, the more share it.
 * 2. An option can be bought when those who approve of it hold its cost together. They pay evenly;
 *    whoever can't pay as much pays all they hold, and the others a little more. The most that one sheet
 *    pays, divided by the cost, is its price. The lowest price is bought, again and again.
 * 3. Equal prices: the cheaper option, then more approvals, then the lot.
 * 4. **add1**: what is bought seldom uses the whole budget. Beginning with the share in whole units, each
 *    share is one unit larger than before and all is bought anew, until the outcome costs more than
 *    there is (then the one before stands) or nothing more could be paid for.
 * 5. **u**: what is left then goes to options by approvals, as budget.ts does.
 * 6. Never more is spent than there is. All money is fractions, exact. Shares between which nothing that
 *    is compared can turn (growing.ts) are not tried one by one: they buy the same.
 *
 * Example: the same 2500 among ten sheets, 250 each. The six in favour of 4 can pay its 1400, 700/3 each.
 * Nothing else can be paid for. With 267 on each sheet, the four in favour of 1 hold 600 together: bought.
 * 2000 is spent, and the 500 that are left pay for nothing else. (budget.test.ts)
 */
import { refuse } from '#kernel/change.ts'
import { beginSpending, fundGreedily, type Spending, spentOn } from './budget.ts'
import type { BudgetStep } from './budget-steps.ts'
import type { Counted, TieBroken } from './counting.ts'
import { fraction, type Fraction, writeFraction } from './exact.ts'
import { compareAt, NOTHING, textAt, timesAs, type Watch } from './growing.ts'
import {
  type InFavour,
  inFavourOf,
  type Price,
  priceOf,
  type Purses,
  purses,
  takeFrom,
} from './purses.ts'
import { highestOf, lowestOf } from './stages.ts'
import type { Marked, Taken } from './sheets.ts'
import { firstInLot, type Lot } from './ties.ts'

type Bought = {
  funded: number[]
  steps: BudgetStep[]
  stuck: number[] | null
  /** The next share at which something else may be bought. */
  next: Fraction | null
}

/** Law 2: the lowest price, and all options that have it. What can't be bought is left out for good. */
function lowest(held: Purses, prices: Map<number, Price>, spending: Spending) {
  const order = (a: Price, b: Price) => compareByCost(a, b, held.watch)
  const known = [...prices].toSorted(([, a], [, b]) => order(a, b))
  let best: Price | null = null
  let level: number[] = []
  for (const [option, before] of known) {
    if (best && order(before, best) > 0) break
    const price = priceOf(held, option, spending.budget.costs[option] ?? 0)
    if (!price) prices.delete(option)
    else {
      prices.set(option, price)
      const gap = best ? order(price, best) : -1
      if (gap < 0) [best, level] = [price, [option]]
      else if (gap === 0) level.push(option)
    }
  }
  return { best, level: level.toSorted((a, b) => a - b) }
}

/** Prices for what they buy: the most that one pays, divided by the cost. */
function compareByCost(a: Price, b: Price, watch: Watch): number {
  const [here, there] = [fraction(BigInt(b.cost)), fraction(BigInt(a.cost))]
  return compareAt(timesAs(a.most, here), timesAs(b.most, there), watch)
}

/** Law 3: one of those with the same price; null when no rule decides. */
function tellApart(level: number[], { budget, support, lot }: Spending): TieBroken | null {
  const cheap = lowestOf(level, budget.costs)
  const liked = highestOf(cheap, support)
  const [one = -1] = liked
  const by = cheap.length === 1 ? 'cost' : 'approvals'
  if (liked.length === 1) return { kind: 'tie', among: level, chosen: one, purpose: 'fund', by }
  if (!lot) return null
  const chosen = firstInLot(lot, liked)
  return { kind: 'tie', among: level, chosen, purpose: 'fund', by: 'lot' }
}

/** What stays the same whatever the share is. */
type Market = { taken: Taken; spending: Spending; inFavour: InFavour }

/** Laws 1 to 3, with so much on each sheet. */
function buyWith(share: Fraction, { taken, spending, inFavour }: Market): Bought {
  const held = purses(taken, inFavour, share)
  const { costs } = spending.budget
  const wanted = taken.standing.filter((one) => (spending.support[one] ?? 0) > 0)
  const prices = new Map(
    wanted.map((one): [number, Price] => [one, { most: NOTHING, cost: costs[one] ?? 0 }]),
  )
  const funded: number[] = []
  const steps: BudgetStep[] = []
  for (;;) {
    const { best, level } = lowest(held, prices, spending)
    const [first] = level
    const { next } = held.watch
    if (!best || first === undefined) return { funded, steps, stuck: null, next }
    const tie = level.length > 1 ? tellApart(level, spending) : null
    if (level.length > 1 && !tie) return { funded, steps, stuck: level, next }
    if (tie) steps.push(tie)
    const option = tie?.chosen ?? first
    const price = prices.get(option) ?? best
    const payers = takeFrom(held, option, price.most)
    prices.delete(option)
    funded.push(option)
    steps.push({
      kind: 'bought',
      option,
      cost: price.cost,
      payers,
      most: textAt(price.most, share),
    })
  }
}

/** Could what is left pay for anything else that somebody is in favour of? */
function isExhausted(spending: Spending, options: readonly number[], funded: readonly number[]) {
  const left = spending.budget.whole - spentOn(spending, funded)
  return options.every(
    (one) =>
      funded.includes(one) ||
      (spending.support[one] ?? 0) === 0 ||
      (spending.budget.costs[one] ?? 0) > left,
  )
}

/** The smallest whole share from which on something else may be bought. */
function nextWhole(share: bigint, next: Fraction | null): bigint {
  const from = next ? (next.over + next.under - 1n) / next.under : 0n
  return from > share ? from : share + 1n
}

/** Law 4. */
function addOneByOne(market: Market) {
  const { taken, spending } = market
  const { whole } = spending.budget
  const begin = BigInt(Math.floor(whole / taken.papers))
  let share = fraction(BigInt(whole), BigInt(taken.papers))
  let units = begin
  let bought = buyWith(share, market)
  while (!bought.stuck && !isExhausted(spending, taken.standing, bought.funded)) {
    const larger = nextWhole(units, bought.next)
    const there = buyWith(fraction(larger), market)
    if (there.stuck) return { share, tried: 0, ...there }
    if (spentOn(spending, there.funded) > whole) {
      // The share just below it buys the same as the last that was tried.
      const below = larger - 1n
      if (below > units) [units, share] = [below, fraction(below)]
      bought = buyWith(share, market)
      break
    }
    ;[units, share, bought] = [larger, fraction(larger), there]
  }
  return { share, tried: Number(units - begin), ...bought }
}

/** Spends a budget by equal shares. Refuses a tie that no rule decides, and an election without budget. */
export function countEqualShares(marked: Marked, lot: Lot): Counted<BudgetStep> {
  const begun = beginSpending(marked, lot)
  if ('refused' in begun) return begun
  const { taken, spending, step } = begun
  const { papers, empty, invalid, standing } = taken
  const { seats } = marked
  const method = 'equal-shares'
  if (papers === 0)
    return { method, seats, papers, empty, invalid, elected: [], rounds: 0, steps: [step] }
  const inFavour = inFavourOf(taken, marked.candidates.length)
  const shared = addOneByOne({ taken, spending, inFavour })
  if (shared.stuck) return refuse('tie-undecided', { among: shared.stuck })
  const rest = fundGreedily(spending, standing, shared.funded)
  if (rest.stuck) return refuse('tie-undecided', { among: rest.stuck })
  const left = spending.budget.whole - spentOn(spending, shared.funded)
  const { funded } = rest
  const steps: BudgetStep[] = [
    step,
    { kind: 'shares', share: writeFraction(shared.share), tried: shared.tried },
    ...shared.steps,
    { kind: 'completed', left },
    ...rest.steps,
    { kind: 'elected', stage: 1, candidates: funded, why: 'funded' },
  ]
  const rounds = shared.funded.length
  return { method, seats, papers, empty, invalid, elected: funded, rounds, steps }
}
