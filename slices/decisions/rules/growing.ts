/**
 * Amounts that grow with a share, so that what happens with a larger share need not be computed anew.
 * 1. Under equal shares all that a sheet holds or pays is so much, and so much more for each unit of the
 *    share: a straight line. Two lines cross once at most.
 * 2. Whoever compares two amounts at a share notes where their lines cross beyond it. Before the next
 *    such place every comparison comes out as it did, so what is bought is the same.
 */
import {
  compare,
  dividedBy,
  fraction,
  type Fraction,
  minus,
  plus,
  times,
  writeFraction,
  ZERO,
} from './exact.ts'

export type Growing = { fixed: Fraction; each: Fraction }

/** The share at which amounts are compared, and the next place where a comparison may turn. */
export type Watch = { readonly share: Fraction; next: Fraction | null }

export const NOTHING: Growing = { fixed: ZERO, each: ZERO }

/** An amount that doesn't grow. */
export function fixedAt(units: number): Growing {
  return { fixed: fraction(BigInt(units)), each: ZERO }
}

/** What an amount is at a share. */
export function amountAt({ fixed, each }: Growing, share: Fraction): Fraction {
  return plus(fixed, times(each, share))
}

/** The difference. */
export function lessBy(a: Growing, b: Growing): Growing {
  return { fixed: minus(a.fixed, b.fixed), each: minus(a.each, b.each) }
}

/** So many times as much. */
export function timesAs({ fixed, each }: Growing, many: Fraction): Growing {
  return { fixed: times(fixed, many), each: times(each, many) }
}

/** Are they the same at every share? */
export function isSame(a: Growing, b: Growing): boolean {
  return compare(a.fixed, b.fixed) === 0 && compare(a.each, b.each) === 0
}

/** Law 2: below zero when a < b at the share, above when a > b. */
export function compareAt(a: Growing, b: Growing, watch: Watch): number {
  const { fixed, each } = lessBy(a, b)
  if (each.over !== 0n) {
    const crossing = dividedBy(minus(ZERO, fixed), each)
    const beyond = compare(crossing, watch.share) >= 0
    if (beyond && (!watch.next || compare(crossing, watch.next) < 0)) watch.next = crossing
  }
  return compare(amountAt({ fixed, each }, watch.share), ZERO)
}

/** What it is at a share, as text. */
export function textAt(amount: Growing, share: Fraction): string {
  return writeFraction(amountAt(amount, share))
}
