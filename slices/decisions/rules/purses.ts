/**
 * Purses: what each sheet still holds under equal shares. Sheets hold few different amounts, so they
 * are kept together by amount; all of it is fractions and exact, and grows with the share (growing.ts).
 */
import { fraction, type Fraction, ONE, ZERO } from './exact.ts'
import {
  amountAt,
  compareAt,
  fixedAt,
  type Growing,
  isSame,
  lessBy,
  NOTHING,
  timesAs,
  type Watch,
} from './growing.ts'
import type { Taken } from './sheets.ts'

/** Who is in favour of each option: the places of their sheets, by option's index. */
export type InFavour = readonly (readonly number[])[]

export type Purses = {
  counts: readonly number[]
  inFavour: InFavour
  watch: Watch
  /** The different amounts, by their place; `holds[sheet]` says which of them a sheet holds. */
  amounts: Growing[]
  holds: number[]
}

/** What one sheet pays at most for an option that costs so much. */
export type Price = { most: Growing; cost: number }

/** Looked up once, for all shares that are tried. */
export function inFavourOf({ sheets }: Taken, options: number): InFavour {
  const found: number[][] = Array.from({ length: options }, () => [])
  for (const [at, { marks }] of sheets.entries())
    for (const [option, mark] of marks) if (mark > 0) found[option]?.push(at)
  return found
}

/** Every sheet holds the share. */
export function purses({ sheets }: Taken, inFavour: InFavour, share: Fraction): Purses {
  const counts = sheets.map(({ count }) => count)
  const amounts = [{ fixed: ZERO, each: ONE }]
  return { counts, inFavour, watch: { share, next: null }, amounts, holds: sheets.map(() => 0) }
}

/** How many in favour of an option hold which amount, the poorest first. */
function rowsOf({ counts, inFavour, amounts, holds, watch }: Purses, option: number) {
  const sums: number[] = amounts.map(() => 0)
  for (const at of inFavour[option] ?? []) {
    const place = holds[at] ?? 0
    sums[place] = (sums[place] ?? 0) + (counts[at] ?? 0)
  }
  const rows = sums.flatMap((count, place) =>
    count === 0 ? [] : [{ count, amount: amounts[place] ?? NOTHING }],
  )
  return rows.toSorted((a, b) => compareAt(a.amount, b.amount, watch))
}

/** The price of an option; null when those in favour don't hold its cost together. */
export function priceOf(held: Purses, option: number, cost: number): Price | null {
  const rows = rowsOf(held, option)
  let payers = rows.reduce((sum, { count }) => sum + count, 0)
  let due = fixedAt(cost)
  for (const { count, amount } of rows) {
    const most = timesAs(due, fraction(1n, BigInt(payers)))
    if (compareAt(most, amount, held.watch) <= 0) return { most, cost }
    due = lessBy(due, timesAs(amount, fraction(BigInt(count))))
    payers -= count
  }
  return null
}

/** Everybody in favour pays, at most `most`; answers how many paid something. */
export function takeFrom(held: Purses, option: number, most: Growing): number {
  const { share } = held.watch
  const moved = new Map<number, number>()
  let payers = 0
  for (const at of held.inFavour[option] ?? []) {
    const place = held.holds[at] ?? 0
    const amount = held.amounts[place] ?? NOTHING
    if (amountAt(amount, share).over > 0n) payers += held.counts[at] ?? 0
    const to = moved.get(place) ?? placeOf(held, whatIsLeft(held, amount, most))
    moved.set(place, to)
    held.holds[at] = to
  }
  return payers
}

const whatIsLeft = ({ watch }: Purses, amount: Growing, paid: Growing) =>
  compareAt(amount, paid, watch) <= 0 ? NOTHING : lessBy(amount, paid)

/** The place of an amount, a new one where nobody holds it yet. */
function placeOf({ amounts }: Purses, amount: Growing): number {
  const there = amounts.findIndex((one) => isSame(one, amount))
  return there === -1 ? amounts.push(amount) - 1 : there
}
