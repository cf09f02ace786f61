/**
 * Colleges: a class counted on its own, and how much each counts in the whole. The reading is part
 * of the constitution, because readings of one sentence ("the workers' votes count half") differ.
 * 1. The **base** says against what those in favour are held: votes cast without abstentions, with
 *    them, everybody present, or everybody on the roll. A block is a vote cast, not in favour.
 * 2. **Flat**: every voter counts one.
 * 3. **Multiplier**: every voter counts what their college's factor says.
 * 4. **Share by votes**: each college holds a fixed part of the whole, divided among those of it
 *    who are in the base.
 * 5. **Share by roll**: each holds a fixed part, divided among all of it who are on the roll; whoever
 *    doesn't vote is not in favour.
 * 6. **Bounds**: every voter counts one, but a college holds at most, or at least, a part of the
 *    whole. Those bound are held at it, the others divide what is left by their voters; again, until
 *    nobody is outside. Where nobody would be left to divide (only the bound voted), the last ones
 *    divide it all the same: a part of the whole is never thrown away.
 * 7. An **empty** college (nobody of it in the base) lapses to the others in proportion, or its part
 *    counts as not in favour.
 *
 * Example: workers, 8 for and 2 against; clients, 20 for and 40 against, of 90. Flat, 28 of 70 are in favour,
 * 40 %. Workers times nine: 92 of 150, 61.33 %. Half of the whole each, by votes: half of 8/10 and half of
 * 20/60, 56.66 %; by roll, half of 8/10 and half of 20/90, 51.11 %. (verdict.test.ts)
 */
import {
  compare,
  dividedBy,
  fraction,
  type Fraction,
  minus,
  ONE,
  sumOf,
  times,
  ZERO,
} from './exact.ts'

/** How a college voted; whole numbers of voters. */
export type CollegeVotes = {
  college: string
  /** On the frozen roll. */
  eligible: number
  /** In the room when the vote was taken; who votes from afar is present. */
  present: number
  favour: number
  against: number
  abstain: number
  block: number
}

export const BASES = ['cast', 'cast-and-abstained', 'present', 'eligible'] as const
export type Base = (typeof BASES)[number]

export type Parts = Readonly<Record<string, Fraction>>

export type Weights =
  | { reading: 'flat' }
  | { reading: 'multiplier'; factors: Parts }
  | {
      reading: 'share-by-votes' | 'share-by-roll'
      shares: Parts
      empty: 'lapses' | 'not-in-favour'
    }
  | { reading: 'bounds'; most: Parts; least: Parts }

/** Law 1. */
export function baseOf(votes: CollegeVotes, base: Base): number {
  const { favour, against, abstain, block, present, eligible } = votes
  if (base === 'present') return present
  if (base === 'eligible') return eligible
  return favour + against + block + (base === 'cast' ? 0 : abstain)
}

/** What a college holds of the whole, and how much of that is in favour. */
export type Part = {
  college: string
  base: number
  favour: number
  share: Fraction
  inFavour: Fraction
}

type Held = { votes: CollegeVotes; base: number; share: Fraction }

const whole = (count: number) => fraction(BigInt(count))

function byWeight(held: Omit<Held, 'share'>[], factor: (college: string) => Fraction): Held[] {
  const weights = held.map(({ votes, base }) => times(whole(base), factor(votes.college)))
  const all = sumOf(weights)
  return held.map((one, at) => ({
    ...one,
    share: all.over === 0n ? ZERO : dividedBy(weights[at] ?? ZERO, all),
  }))
}

/** Laws 4, 5 and 7. */
function byShare(held: Omit<Held, 'share'>[], shares: Parts, lapses: boolean): Held[] {
  const due = held.map(({ votes, base }) =>
    base === 0 && lapses ? ZERO : (shares[votes.college] ?? ZERO),
  )
  const all = lapses ? sumOf(due) : sumOf(Object.values(shares))
  return held.map((one, at) => ({
    ...one,
    share: all.over === 0n ? ZERO : dividedBy(due[at] ?? ZERO, all),
  }))
}

/** Law 6. */
function byBounds(held: Omit<Held, 'share'>[], most: Parts, least: Parts): Held[] {
  const fixed = new Map<string, Fraction>()
  for (;;) {
    const left = minus(ONE, sumOf(fixed.values()))
    const free = byWeight(
      held.filter(({ votes }) => !fixed.has(votes.college)),
      () => ONE,
    ).map((one) => ({ ...one, share: times(one.share, left) }))
    const bound = free.flatMap(({ votes: { college }, share, base }) => {
      const [high, low] = [most[college], least[college]]
      if (high && compare(share, high) > 0) return [{ college, at: high }]
      return low && base > 0 && compare(share, low) < 0 ? [{ college, at: low }] : []
    })
    if (bound.length === 0 || bound.length === free.filter(({ base }) => base > 0).length)
      return held.map((one) => ({
        ...one,
        share:
          fixed.get(one.votes.college) ??
          free.find(({ votes }) => votes.college === one.votes.college)?.share ??
          ZERO,
      }))
    for (const { college, at } of bound) fixed.set(college, at)
  }
}

function heldBy(colleges: readonly CollegeVotes[], weights: Weights, base: Base): Held[] {
  const byRoll = weights.reading === 'share-by-roll'
  const based = colleges.map((votes) => ({
    votes,
    base: byRoll ? votes.eligible : baseOf(votes, base),
  }))
  switch (weights.reading) {
    case 'flat':
      return byWeight(based, () => ONE)
    case 'multiplier':
      return byWeight(based, (college) => weights.factors[college] ?? ONE)
    case 'bounds':
      return byBounds(based, weights.most, weights.least)
    default:
      return byShare(based, weights.shares, weights.empty === 'lapses')
  }
}

/** What each college holds of the whole under a reading, in the order given. */
export function partsOf(colleges: readonly CollegeVotes[], weights: Weights, base: Base): Part[] {
  return heldBy(colleges, weights, base).map(({ votes, base: of, share }) => ({
    college: votes.college,
    base: of,
    favour: votes.favour,
    share,
    inFavour: of === 0 ? ZERO : times(share, fraction(BigInt(votes.favour), BigInt(of))),
  }))
}
