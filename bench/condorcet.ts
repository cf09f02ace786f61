/**
 * Milliseconds for Schulze and for ranked pairs from 100,000 papers with 20 candidates: the pairs are
 * counted anew for each. Beside them the pairs as one first counts them, paper by paper with a map of
 * places, and the strongest paths by trying until nothing grows.
 */
import { isRefusal } from '#kernel/change.ts'
import { countRankedPairs } from '#slices/decisions/rules/ranked-pairs.ts'
import { type Election, papersFrom, type Ranking } from '#slices/decisions/rules/papers.ts'
import { countSchulze } from '#slices/decisions/rules/schulze.ts'
import { paperOrder } from '#slices/decisions/rules/ties.ts'
import { drawnRanking, seeded } from './load/wards.ts'

const SIZE = { papers: 100_000, candidates: 20 }

function drawn(): Ranking[] {
  const next = seeded(7)
  return Array.from({ length: SIZE.papers }, () => ({
    count: 1,
    ranks: drawnRanking(next, SIZE.candidates, SIZE.candidates).map((one) => [one - 1]),
  }))
}

function plainPairs(rankings: readonly Ranking[]): number[][] {
  const wins = Array.from({ length: SIZE.candidates }, () =>
    Array.from({ length: SIZE.candidates }, () => 0),
  )
  for (const { ranks } of rankings) {
    const places = new Map(ranks.map(([one = 0], at) => [one, at]))
    for (const [a, row] of wins.entries())
      for (let b = 0; b < row.length; b++)
        if ((places.get(a) ?? 99) < (places.get(b) ?? 99)) row[b] = (row[b] ?? 0) + 1
  }
  return wins
}

function plainWinners(wins: readonly number[][]): number[] {
  const at = (rows: readonly number[][], a: number, b: number) => rows[a]?.[b] ?? 0
  const paths = wins.map((row, a) => row.map((votes, b) => (votes > at(wins, b, a) ? votes : 0)))
  for (let grew = true; grew;) {
    grew = false
    for (const [a, row] of paths.entries())
      for (let b = 0; b < row.length; b++)
        for (let c = 0; c < row.length; c++) {
          const way = Math.min(at(paths, a, c), at(paths, c, b))
          if (a === b || way <= at(paths, a, b)) continue
          row[b] = way
          grew = true
        }
  }
  return [...paths.keys()].filter((a) => paths.every((_, b) => at(paths, a, b) >= at(paths, b, a)))
}

function timed<T>(what: () => T): { ms: number; result: T } {
  const from = performance.now()
  const result = what()
  return { ms: Math.round(performance.now() - from), result }
}

function elected(counted: ReturnType<typeof countSchulze>): number {
  if (isRefusal(counted)) throw new Error(JSON.stringify(counted))
  return counted.elected[0] ?? -1
}

/** Measures; `agree` is 1 when the plain count elects the same by Schulze. */
export async function run() {
  const rankings = drawn()
  const names = Array.from({ length: SIZE.candidates }, (_, one) => `${one + 1}`)
  const election: Election = {
    title: '',
    seats: 1,
    candidates: names.map((name) => ({ name, withdrawn: false })),
    papers: papersFrom(rankings),
    tie: null,
  }
  const lot = paperOrder(SIZE.candidates)
  const schulze = timed(() => elected(countSchulze(election, lot)))
  const rankedPairs = timed(() => elected(countRankedPairs(election, lot)))
  const plain = timed(() => plainWinners(plainPairs(rankings)))
  const agree = Number(plain.result.includes(schulze.result))
  return {
    figures: { schulzeMs: schulze.ms, rankedPairsMs: rankedPairs.ms, agree },
    reference: { schulzeMs: plain.ms },
  }
}
