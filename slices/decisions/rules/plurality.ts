/**
 * Plurality: the most first preferences win, with however few.
 * 1. A paper counts for the first it names. A first rank shared by two counts for nobody.
 * 2. Whoever has the most is elected, seat by seat. Nobody needs half: with three or more candidates
 *    a majority may have wanted anybody else, which is said with the outcome.
 * 3. Equal votes at the last seat: the lot decides.
 * 4. With groups (at-least.ts) whoever has the most and still lets all groups be served is elected.
 *
 * Example: 5 a, 4 b>c, 3 c>b. a wins with 5 of 12, though 7 wanted b or c before a.
 * (instant-runoff.test.ts)
 */
import { refuse } from '#kernel/change.ts'
import { checkGroups, mayElect } from './at-least.ts'
import type { Counted, Step, TieBroken } from './counting.ts'
import { firstAmong } from './instant-runoff.ts'
import { type Election, papersToCount, standingIn } from './papers.ts'
import { firstInLot, type Lot } from './ties.ts'

export type Seated = { elected: number[]; ties: TieBroken[]; stuck: number[] | null }

function byLot(level: number[], lot: Lot): { chosen: number; ties: TieBroken[] } | null {
  const [only] = level
  if (level.length === 1 && only !== undefined) return { chosen: only, ties: [] }
  if (!lot) return null
  const chosen = firstInLot(lot, level)
  return { chosen, ties: [{ kind: 'tie', among: level, chosen, purpose: 'elect', by: 'lot' }] }
}

export type Seating = {
  lot: Lot
  /** Tells two candidates apart, below zero for the higher. */
  compare(a: number, b: number): number
  /** May this one of those who are left be elected now? Left out: everybody may. */
  fits?(elected: number[], left: number[], one: number): boolean
}

/** Fills seats by the highest first; level ones who don't all fit go by the lot. */
export function seatHighest(
  among: readonly number[],
  seats: number,
  { lot, compare, fits = () => true }: Seating,
): Seated {
  const elected: number[] = []
  const ties: TieBroken[] = []
  let left = [...among]
  const allFit = (had: number[], open: number[], level: number[]) =>
    level.every((one, at) => {
      const before = level.slice(0, at)
      return fits(
        [...had, ...before],
        open.filter((each) => !before.includes(each)),
        one,
      )
    })
  while (elected.length < seats && left.length > 0) {
    const open = left.filter((one) => fits(elected, left, one))
    const [first] = open
    if (first === undefined) break
    const best = open.reduce((high, one) => (compare(one, high) < 0 ? one : high), first)
    const level = open.filter((one) => compare(one, best) === 0)
    const tied = level.length > 1 && !allFit(elected, left, level)
    if (level.length > seats - elected.length || tied) {
      const told = byLot(level, lot)
      if (told === null) return { elected, ties, stuck: level }
      ties.push(...told.ties)
      elected.push(told.chosen)
    } else elected.push(best)
    left = left.filter((one) => !elected.includes(one))
  }
  return { elected, ties, stuck: null }
}

/** Counts by plurality. Refuses a tie at the last seat that no rule decides. */
export function countPlurality(election: Election, lot: Lot): Counted {
  const { seats, groups = [] } = election
  const papers = papersToCount(election, 'stop')
  const among = standingIn(election)
  const refused = checkGroups({ elected: [], among, seats, groups })
  if (refused) return refused
  const votes = firstAmong(papers, among, election.candidates.length)
  const compare = (a: number, b: number) => (votes[b] ?? 0) - (votes[a] ?? 0)
  const fits = (had: number[], left: number[], one: number) =>
    mayElect({ elected: had, among: left, seats, groups }, one)
  const { elected, ties, stuck } = seatHighest(among, seats, { lot, compare, fits })
  if (stuck) return refuse('tie-undecided', { among: stuck })
  const steps: Step[] = [
    { kind: 'most', candidates: among, votes: among.map((one) => `${votes[one]}`) },
    ...ties,
    { kind: 'elected', stage: 1, candidates: elected, why: 'most' },
  ]
  const { total, empty } = papers
  const [winner] = elected
  const had = winner === undefined ? 0 : (votes[winner] ?? 0)
  if (seats === 1 && total > 0 && winner !== undefined && had * 2 <= total)
    steps.push({ kind: 'minority', candidate: winner, votes: had, papers: total })
  return { method: 'plurality', seats, papers: total, empty, elected, rounds: 1, steps }
}
