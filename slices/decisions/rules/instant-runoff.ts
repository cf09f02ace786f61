/**
 * Instant runoff, also called the alternative vote (Ware 1871; Robert's Rules, "preferential voting").
 * 1. In each round a paper counts for the first it names among those still in; a paper that names
 *    none of them any more no longer counts, and is not in the majority either.
 * 2. Whoever has more than half of the papers that count is elected.
 * 3. Else whoever has the fewest is excluded, and a new round begins.
 * 4. Equal fewest: the latest earlier round that tells them apart decides, else the lot.
 * 5. A rank shared by two says no single preference: the paper stops before it.
 * 6. When one is left, they are elected. There is one seat.
 *
 * Example: 5 a, 4 b>c, 3 c>b. Nobody has more than 6. c goes out, and b has 7 of 12. (instant-runoff.test.ts)
 */
import { refuse } from '#kernel/change.ts'
import type { Counted, Step } from './counting.ts'
import { type Election, type Papers, papersToCount, standingIn } from './papers.ts'
import { byEarlierStage, lowestOf } from './stages.ts'
import type { Lot } from './ties.ts'

/** Law 1: how many papers count for each, by index. */
export function firstAmong(papers: Papers, among: readonly number[], candidates: number): number[] {
  const inside = new Uint8Array(candidates)
  for (const one of among) inside[one] = 1
  const votes = Array.from({ length: candidates }, () => 0)
  for (let paper = 0; paper < papers.size; paper++) {
    const end = papers.starts[paper + 1] ?? 0
    for (let at = papers.starts[paper] ?? 0; at < end; at++) {
      const one = papers.marks[at] ?? 0
      if (inside[one] !== 1) continue
      votes[one] = (votes[one] ?? 0) + (papers.counts[paper] ?? 0)
      break
    }
  }
  return votes
}

/** Law 2, or law 6; null while nobody is elected. */
function winnerOf(among: readonly number[], votes: readonly number[]): number | null {
  const counting = votes.reduce((sum, each) => sum + each, 0)
  const winner = among.find((one) => (votes[one] ?? 0) * 2 > counting)
  return winner ?? (among.length === 1 ? (among[0] ?? null) : null)
}

/** Counts by instant runoff. Refuses more than one seat, and a tie that no rule decides. */
export function countInstantRunoff(election: Election, lot: Lot): Counted {
  if (election.seats !== 1) return refuse('one-seat-only', { method: 'irv', seats: election.seats })
  const papers = papersToCount(election, 'stop')
  const steps: Step[] = []
  const past: number[][] = []
  const elected: number[] = []
  let among = standingIn(election)
  while (among.length > 0) {
    const votes = firstAmong(papers, among, election.candidates.length)
    past.push(votes)
    const stage = past.length
    const stopped = papers.total - votes.reduce((sum, each) => sum + each, 0)
    steps.push({ kind: 'round', stage, votes: votes.map(String), nonTransferable: `${stopped}` })
    const winner = winnerOf(among, votes)
    if (winner !== null) {
      elected.push(winner)
      steps.push({ kind: 'elected', stage, candidates: [winner], why: 'majority' })
      break
    }
    const tied = lowestOf(among, votes)
    const broken =
      tied.length > 1
        ? byEarlierStage({ past, tied, pick: lowestOf, lot, purpose: 'exclude' })
        : null
    if (tied.length > 1 && !broken) return refuse('tie-undecided', { among: tied })
    if (broken) steps.push(broken)
    const candidate = broken?.chosen ?? tied[0] ?? -1
    steps.push({ kind: 'excluded', stage, candidate })
    among = among.filter((one) => one !== candidate)
  }
  const { total, empty } = papers
  return { method: 'irv', seats: 1, papers: total, empty, elected, rounds: past.length, steps }
}
