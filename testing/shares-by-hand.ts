/** Equal shares and Phragmén's rule once more, one voter at a time: what the fast counts are held against. */
import {
  compare,
  dividedBy,
  fraction,
  type Fraction,
  minus,
  ONE,
  plus,
  sumOf,
  times,
  ZERO,
} from '#slices/decisions/rules/exact.ts'
import type { Marked } from '#slices/decisions/rules/sheets.ts'

const whole = (count: number) => fraction(BigInt(count))

/** The options that each voter approves of; who approves of none is left out. */
function votersOf({ sheets }: Marked): number[][] {
  return sheets.flatMap(({ marks, count }) => {
    const approved = [...marks].flatMap(([option, mark]) => (mark > 0 ? [option] : []))
    return marks.size === 0 ? [] : Array.from({ length: count }, () => approved)
  })
}

/** What the largest payer pays when all who hold too little give all; null when it isn't enough. */
function mostFor(cost: number, purses: readonly Fraction[]): Fraction | null {
  const rising = purses.toSorted(compare)
  for (const [poor, purse] of rising.entries()) {
    const rest = minus(whole(cost), sumOf(rising.slice(0, poor)))
    const most = dividedBy(rest, whole(rising.length - poor))
    if (compare(most, purse) <= 0) return most
  }
  return null
}

function buy(marked: Marked, lot: readonly number[], share: Fraction): number[] {
  const voters = votersOf(marked)
  const { costs = [] } = marked.budget ?? {}
  const purses = voters.map(() => share)
  const funded: number[] = []
  for (;;) {
    const offers = costs.flatMap((cost, option) => {
      const those = voters.flatMap((approved, at) => (approved.includes(option) ? [at] : []))
      if (funded.includes(option) || those.length === 0) return []
      const most = mostFor(
        cost,
        those.map((at) => purses[at] ?? ZERO),
      )
      return most ? [{ option, most, those, cost, price: dividedBy(most, whole(cost)) }] : []
    })
    const [best] = offers.toSorted(
      (a, b) =>
        compare(a.price, b.price) ||
        a.cost - b.cost ||
        b.those.length - a.those.length ||
        lot.indexOf(a.option) - lot.indexOf(b.option),
    )
    if (!best) return funded
    funded.push(best.option)
    for (const at of best.those) {
      const purse = purses[at] ?? ZERO
      purses[at] = compare(purse, best.most) <= 0 ? ZERO : minus(purse, best.most)
    }
  }
}

/** What equal shares buy, completed by add1 (not by u). */
export function sharesByHand(marked: Marked, lot: readonly number[]): number[] {
  const { whole: all = 0, costs = [] } = marked.budget ?? {}
  const voters = votersOf(marked)
  const spent = (those: readonly number[]) => those.reduce((sum, one) => sum + (costs[one] ?? 0), 0)
  const wanted = costs.flatMap((_, one) =>
    voters.some((those) => those.includes(one)) ? [one] : [],
  )
  let bought = buy(marked, lot, fraction(BigInt(all), BigInt(voters.length)))
  let share = Math.floor(all / voters.length)
  for (;;) {
    const left = all - spent(bought)
    if (wanted.every((one) => bought.includes(one) || (costs[one] ?? 0) > left)) return bought
    share += 1
    const larger = buy(marked, lot, whole(share))
    if (spent(larger) > all) return bought
    bought = larger
  }
}

/** Whom Phragmén's rule elects. */
export function phragmenByHand(marked: Marked, lot: readonly number[]): number[] {
  const voters = votersOf(marked)
  const loads = voters.map(() => ZERO)
  const elected: number[] = []
  while (elected.length < Math.min(marked.seats, marked.candidates.length)) {
    const open = lot.filter((one) => !elected.includes(one))
    const offers = open.map((one) => {
      const those = voters.flatMap((approved, at) => (approved.includes(one) ? [at] : []))
      const all = plus(ONE, sumOf(those.map((at) => loads[at] ?? ZERO)))
      const load = those.length > 0 ? times(all, fraction(1n, BigInt(those.length))) : null
      return { one, those, load }
    })
    const best = offers.reduce((low, offer) => {
      if (!offer.load) return low
      return !low.load || compare(offer.load, low.load) < 0 ? offer : low
    })
    for (const at of best.those) loads[at] = best.load ?? ZERO
    elected.push(best.one)
  }
  return elected
}
