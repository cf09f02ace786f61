/**
 * Plurality: the most first preferences win, with however few.
 * 1. A paper counts for the first it names. A first rank shared by two counts for nobody.
 * 2. Whoever has the most is elected, seat by seat. Nobody needs half: with three or more candidates
 *    a majority may have wanted anybody else, which is said beside the outcome.
 * 3. Equal votes at the last seat: the lot decides.
 */
import { refuse } from '#kernel/change.ts'
import type { Counted, Step, TieBroken } from './counting.ts'
import { firstAmong } from './instant-runoff.ts'
import { type Election, papersToCount, standingIn } from './papers.ts'
import { firstInLot, type Lot } from './ties.ts'

export type Seated = { elected: number[]; ties: TieBroken[]; stuck: number[] | null }

/** Fills seats by the highest first; `compare` tells two candidates apart, below zero for the higher. */
export function seatHighest(
  among: readonly number[],
  seats: number,
  { lot, compare }: { lot: Lot; compare: (a: number, b: number) => number },
): Seated {
  const elected: number[] = []
  const ties: TieBroken[] = []
  let left = [...among]
  while (elected.length < seats && left.length > 0) {
    const best = left.reduce((high, one) => (compare(one, high) < 0 ? one : high))
    const level = left.filter((one) => compare(one, best) === 0)
    const fits = level.length <= seats - elected.length
    if (!fits && !lot) return { elected, ties, stuck: level }
    const chosen = fits ? level : [firstInLot(lot ?? [], level)]
    for (const one of fits ? [] : chosen)
      ties.push({ kind: 'tie', among: level, chosen: one, purpose: 'elect', by: 'lot' })
    elected.push(...chosen)
    left = left.filter((one) => !chosen.includes(one))
  }
  return { elected, ties, stuck: null }
}

/** Counts by plurality. Refuses a tie at the last seat that no rule decides. */
export function countPlurality(election: Election, lot: Lot): Counted {
  const papers = papersToCount(election, 'stop')
  const among = standingIn(election)
  const votes = firstAmong(papers, among, election.candidates.length)
  const compare = (a: number, b: number) => (votes[b] ?? 0) - (votes[a] ?? 0)
  const { elected, ties, stuck } = seatHighest(among, election.seats, { lot, compare })
  if (stuck) return refuse('tie-undecided', { among: stuck })
  const steps: Step[] = [
    { kind: 'most', candidates: among, votes: among.map((one) => `${votes[one]}`) },
    ...ties,
    { kind: 'elected', stage: 1, candidates: elected, why: 'most' },
  ]
  const { total, empty } = papers
  const { seats } = election
  return { method: 'plurality', seats, papers: total, empty, elected, rounds: 1, steps }
}
