/**
 * Ties: what is done when the count can't tell candidates apart.
 * 1. The rule is declared before opening; without one the count stops and says between whom.
 * 2. By lot: an order of all candidates that was drawn or published beforehand. Whoever stands first
 *    in it is taken for what is being decided: to be elected, to be excluded, to transfer first.
 * 3. A lot drawn from a seed sorts candidates by the SHA-256 of "seed, a newline, number", so that
 *    anybody can draw it again. The seed is something that nobody could choose after the ballots
 *    were known: named in the call, or a number of dice thrown before those who are there.
 */
import { createHash } from 'node:crypto'

/** The order in which the lot fell; null when no rule for ties was declared. */
export type Lot = readonly number[] | null

/** The order that a seed gives for so many candidates. */
export function drawLot(seed: string, candidates: number): number[] {
  const drawn = Array.from({ length: candidates }, (_, index) => ({
    index,
    key: createHash('sha256')
      .update(`${seed}\n${index + 1}`)
      .digest('hex'),
  }))
  return drawn.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ index }) => index)
}

/** The order of the paper. */
export function paperOrder(candidates: number): number[] {
  return Array.from({ length: candidates }, (_, index) => index)
}

/** Of those who are tied, the first in the order. */
export function firstInLot(lot: readonly number[], among: readonly number[]): number {
  const first = lot.find((candidate) => among.includes(candidate)) ?? among[0]
  if (first === undefined) throw new RangeError('a tie of nobody')
  return first
}
