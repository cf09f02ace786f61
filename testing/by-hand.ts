/** Counting by hand, slowly and one paper at a time: what the fast counts are held against. */
import type { Drawn } from './elections.ts'

/** A vote in units, the quota, and whether earlier stages tell tied candidates apart. */
export type HandRules = {
  whole: bigint
  quotaOf(papers: bigint, seats: bigint): bigint
  worth(value: bigint, surplus: bigint, votes: bigint): bigint
  earlier: boolean
}

export const SCOTTISH: HandRules = {
  whole: 100_000n,
  quotaOf: (papers, seats) => (papers / (seats + 1n) + 1n) * 100_000n,
  worth: (value, surplus, votes) => (surplus * value) / votes,
  earlier: true,
}

export const WIGM: HandRules = {
  whole: 10_000n,
  quotaOf: (papers, seats) => (papers * 10_000n) / (seats + 1n) + 1n,
  worth(value, surplus, votes) {
    const product = (value * surplus) / 10_000n
    return (product * 10_000n) / votes
  },
  earlier: false,
}

/** The same rules again, paper by paper in big integers, as slowly as one would by hand. */
export function countByHand(drawn: Drawn, { whole, quotaOf, worth, earlier }: HandRules): number[] {
  const { rankings, candidates, seats, lot } = drawn
  const papers = rankings.flatMap(({ ranks, count }) =>
    ranks.length === 0
      ? []
      : Array.from({ length: count }, () => ({ order: ranks.flat(), value: whole, at: -1 })),
  )
  const quota = quotaOf(BigInt(papers.length), BigInt(seats))
  const state = new Map(Array.from({ length: candidates }, (_, one) => [one, 'in']))
  const fixed = new Map<number, bigint>()
  const elected: number[] = []
  const history: bigint[][] = []
  const votesOf = (one: number) =>
    fixed.get(one) ??
    papers.filter(({ at }) => at === one).reduce((sum, { value }) => sum + value, 0n)
  const place = (paper: (typeof papers)[number]) => {
    paper.at = paper.order.find((one) => state.get(one) === 'in') ?? -1
  }
  const tell = (tied: number[], sign: bigint): number => {
    let left = tied
    for (const votes of earlier ? history.slice(0, -1).toReversed() : []) {
      const best = left.map((one) => sign * (votes[one] ?? 0n)).reduce((a, b) => (a > b ? a : b))
      left = left.filter((one) => sign * (votes[one] ?? 0n) === best)
    }
    return lot.find((one) => left.includes(one)) ?? -1
  }
  papers.forEach(place)
  for (;;) {
    const votes = Array.from({ length: candidates }, (_, one) => votesOf(one))
    history.push(votes)
    const standing = () => [...state].filter(([, how]) => how === 'in').map(([one]) => one)
    for (const one of standing())
      if ((votes[one] ?? 0n) >= quota) {
        state.set(one, (votes[one] ?? 0n) > quota ? 'surplus' : 'done')
        elected.push(one)
      }
    if (elected.length >= seats) return elected.toSorted((a, b) => a - b)
    if (standing().length <= seats - elected.length)
      return [...elected, ...standing()].toSorted((a, b) => a - b)
    const over = [...state].filter(([, how]) => how === 'surplus').map(([one]) => one)
    const pool = over.length > 0 ? over : standing()
    const sign = over.length > 0 ? 1n : -1n
    const best = pool.map((one) => sign * (votes[one] ?? 0n)).reduce((a, b) => (a > b ? a : b))
    const chosen = tell(
      pool.filter((one) => sign * (votes[one] ?? 0n) === best),
      sign,
    )
    state.set(chosen, 'gone')
    if (over.length > 0) fixed.set(chosen, quota)
    for (const paper of papers.filter(({ at }) => at === chosen)) {
      if (over.length > 0) {
        const all = votes[chosen] ?? 1n
        paper.value = worth(paper.value, all - quota, all)
      }
      place(paper)
    }
  }
}
