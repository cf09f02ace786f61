/**
 * Purses: what each sheet still holds under equal shares. Sheets hold few different amounts, so they
 * are kept together by amount; all of it is fractions and exact.
 */
import { compare, dividedBy, fraction, type Fraction, minus, times, ZERO } from './exact.ts'
import type { Taken } from './sheets.ts'

/** Who is in favour of each option: the places of their sheets, by option's index. */
export type InFavour = readonly (readonly number[])[]

export type Purses = {
  counts: readonly number[]
  inFavour: InFavour
  /** The different amounts, by their place; `holds[sheet]` says which of them a sheet holds. */
  amounts: Fraction[]
  holds: number[]
}

/** What one sheet pays at most for an option that costs so much. */
export type Price = { most: Fraction; cost: number }

/** Looked up once, for all shares that are tried. */
export function inFavourOf({ sheets }: Taken, options: number): InFavour {
  const found: number[][] = Array.from({ length: options }, () => [])
  for (const [at, { marks }] of sheets.entries())
    for (const [option, mark] of marks) if (mark > 0) found[option]?.push(at)
  return found
}

/** Every sheet holds the same. */
export function purses({ sheets }: Taken, inFavour: InFavour, share: Fraction): Purses {
  const counts = sheets.map(({ count }) => count)
  return { counts, inFavour, amounts: [share], holds: sheets.map(() => 0) }
}

/** How many in favour of an option hold which amount, the poorest first. */
function rowsOf({ counts, inFavour, amounts, holds }: Purses, option: number) {
  const sums: number[] = amounts.map(() => 0)
  for (const at of inFavour[option] ?? []) {
    const place = holds[at] ?? 0
    sums[place] = (sums[place] ?? 0) + (counts[at] ?? 0)
  }
  const rows = sums.flatMap((count, place) =>
    count === 0 ? [] : [{ count, amount: amounts[place] ?? ZERO }],
  )
  return rows.toSorted((a, b) => compare(a.amount, b.amount))
}

const whole = (count: number) => fraction(BigInt(count))

/** The price of an option; null when those in favour don't hold its cost together. */
export function priceOf(held: Purses, option: number, cost: number): Price | null {
  const rows = rowsOf(held, option)
  let payers = rows.reduce((sum, { count }) => sum + count, 0)
  let due = whole(cost)
  for (const { count, amount } of rows) {
    const most = dividedBy(due, whole(payers))
    if (compare(most, amount) <= 0) return { most, cost }
    due = minus(due, times(whole(count), amount))
    payers -= count
  }
  return null
}

/** Everybody in favour pays, at most `most`; answers how many paid something. */
export function takeFrom(held: Purses, option: number, most: Fraction): number {
  const moved = new Map<number, number>()
  let payers = 0
  for (const at of held.inFavour[option] ?? []) {
    const place = held.holds[at] ?? 0
    const amount = held.amounts[place] ?? ZERO
    if (amount.over > 0n) payers += held.counts[at] ?? 0
    const to = moved.get(place) ?? placeOf(held, lessThan(amount, most))
    moved.set(place, to)
    held.holds[at] = to
  }
  return payers
}

const lessThan = (amount: Fraction, paid: Fraction) =>
  compare(amount, paid) <= 0 ? ZERO : minus(amount, paid)

/** The place of an amount, a new one where nobody holds it yet. */
function placeOf({ amounts }: Purses, amount: Fraction): number {
  const there = amounts.findIndex((one) => compare(one, amount) === 0)
  return there === -1 ? amounts.push(amount) - 1 : there
}
