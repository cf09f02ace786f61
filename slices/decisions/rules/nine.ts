/**
 * Numbers with nine decimals, as whole numbers of billionths.
 * 1. A part is between 0 and one (1,000,000,000 billionths), so a product of two parts is below 2^60:
 *    more than a number holds exactly. The quotient that the machine gives is off by at most one; the
 *    remainder, computed in 32 bits, says by how much, and it is put right. Nothing is rounded.
 * 2. Sums of many papers are big integers.
 */
export const NINE = 9
export const WHOLE = 1_000_000_000
export const BIG_WHOLE = 1_000_000_000n

/** The product of two parts, what is beyond nine decimals left out. */
export function partOf(a: number, b: number): number {
  if (a === WHOLE) return b
  if (b === WHOLE) return a
  const quotient = Math.floor((a * b) / WHOLE)
  const remainder = (Math.imul(a, b) - Math.imul(quotient, WHOLE)) | 0
  if (remainder < 0) return quotient - 1
  return remainder >= WHOLE ? quotient + 1 : quotient
}

/** `a` times `b`, rounded up at the ninth decimal. */
export function timesUp(a: bigint, b: bigint): bigint {
  return (a * b + BIG_WHOLE - 1n) / BIG_WHOLE
}

/** `a` divided by `b`, rounded up at the ninth decimal. `b` is above zero. */
export function dividedUp(a: bigint, b: bigint): bigint {
  return (a * BIG_WHOLE + b - 1n) / b
}
