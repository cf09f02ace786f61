/**
 * Exact numbers. No count knows a float: what is divided is a fraction of two whole numbers, and
 * what rules prescribe in decimals is a whole number of units (0.00001 for five places).
 * 1. A fraction has a positive denominator and is in lowest terms, so equal ones look alike.
 * 2. A threshold is reached "strictly" above it, or at it and above: this is always stated.
 */
export type Fraction = { readonly over: bigint; readonly under: bigint }

function commonDivisor(a: bigint, b: bigint): bigint {
  let [high, low] = [a < 0n ? -a : a, b]
  while (low > 0n) [high, low] = [low, high % low]
  return high
}

/** `over` divided by `under`, which isn't zero. */
export function fraction(over: bigint, under = 1n): Fraction {
  if (under === 0n) throw new RangeError('a fraction of nothing')
  const sign = under < 0n ? -1n : 1n
  const divisor = commonDivisor(over, sign * under)
  return { over: (sign * over) / divisor, under: (sign * under) / divisor }
}

export const ZERO = fraction(0n)
export const ONE = fraction(1n)

/** The sum, exactly. */
export function plus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.over * b.under + b.over * a.under, a.under * b.under)
}

/** The difference, exactly. */
export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { over: -b.over, under: b.under })
}

/** The product, exactly. */
export function times(a: Fraction, b: Fraction): Fraction {
  return fraction(a.over * b.over, a.under * b.under)
}

/** `b` isn't zero. */
export function dividedBy(a: Fraction, b: Fraction): Fraction {
  return fraction(a.over * b.under, a.under * b.over)
}

/** The sum of all, exactly; zero of nothing. */
export function sumOf(parts: Iterable<Fraction>): Fraction {
  let sum = ZERO
  for (const part of parts) sum = plus(sum, part)
  return sum
}

/** Below zero when a < b, zero when they are equal, above when a > b. */
export function compare(a: Fraction, b: Fraction): number {
  const gap = a.over * b.under - b.over * a.under
  return gap < 0n ? -1 : Number(gap > 0n)
}

/** Law 2. */
export function reaches(value: Fraction, threshold: Fraction, strict: boolean): boolean {
  const gap = compare(value, threshold)
  return strict ? gap > 0 : gap >= 0
}

/** Reads "2/3", "0.6", "66.7 %" or "12" exactly; null when it is none of these. */
export function readFraction(text: string): Fraction | null {
  const ratio = /^\s*(\d+)\s*\/\s*(\d+)\s*$/.exec(text)
  if (ratio?.[1] && ratio[2] && BigInt(ratio[2]) > 0n)
    return fraction(BigInt(ratio[1]), BigInt(ratio[2]))
  const decimal = /^\s*(\d+)(?:\.(\d+))?\s*(%)?\s*$/.exec(text)
  if (!decimal?.[1]) return null
  const places = decimal[2] ?? ''
  const units = BigInt(decimal[1] + places)
  return fraction(units, 10n ** BigInt(places.length) * (decimal[3] ? 100n : 1n))
}

/** "2/3", or "5" for a whole number. */
export function writeFraction({ over, under }: Fraction): string {
  return under === 1n ? `${over}` : `${over}/${under}`
}

/** Units with so many decimal places, as text: 123456 with 5 places is "1.23456". */
export function decimalText(units: bigint | number, places: number): string {
  if (places === 0) return `${units}`
  const negative = units < 0
  const digits = `${negative ? -units : units}`.padStart(places + 1, '0')
  const cut = digits.length - places
  return `${negative ? '-' : ''}${digits.slice(0, cut)}.${digits.slice(cut)}`
}

/** A fraction in decimals, what is beyond the places left out: 2/3 with 4 places is "0.6666". */
export function roughly({ over, under }: Fraction, places: number): string {
  return decimalText((over * 10n ** BigInt(places)) / under, places)
}

function isFraction(value: unknown): value is Fraction {
  return typeof value === 'object' && value !== null && 'over' in value && 'under' in value
}

/** As JSON: fractions as "2/3", so that what a count leaves is plain data. */
export function plainJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    isFraction(part) ? writeFraction(part) : part,
  )
}
