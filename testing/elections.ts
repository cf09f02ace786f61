/** Invented elections, for tables and for properties. */
import fc from 'fast-check'
import { type Election, papersFrom, type Ranking } from '#slices/decisions/rules/papers.ts'

/** Candidates as letters and papers as words: `{ seats: 2, papers: '4 a>b=c, 1 c' }`. */
export function electionOf(said: {
  seats?: number
  names: string
  papers: string
  withdrawn?: string
}): Election {
  const names = said.names.split(' ')
  const gone = said.withdrawn?.split(' ') ?? []
  const rankings = said.papers.split(',').map((paper): Ranking => {
    const [count = '1', order = ''] = paper.trim().split(' ')
    const ranks = order.split('>').filter((rank) => rank !== '')
    return {
      count: Number(count),
      ranks: ranks.map((rank) => rank.split('=').map((name) => names.indexOf(name))),
    }
  })
  return {
    title: '',
    seats: said.seats ?? 1,
    candidates: names.map((name) => ({ name, withdrawn: gone.includes(name) })),
    papers: papersFrom(rankings),
    tie: null,
  }
}

export type Shape = { mostSeats?: number; mostCandidates?: number; alike?: boolean }

/** Rankings with as many candidates as there are, and an order for the lot. */
export type Drawn = { rankings: Ranking[]; candidates: number; seats: number; lot: number[] }

/** Any election, small enough to be counted by hand. */
export function drawnElections({ mostSeats = 4, mostCandidates = 6, alike = false }: Shape = {}) {
  return fc.integer({ min: 1, max: mostCandidates }).chain((candidates): fc.Arbitrary<Drawn> => {
    const indices = Array.from({ length: candidates }, (_, index) => index)
    const order = fc.shuffledSubarray(indices, { minLength: 0, maxLength: candidates })
    const ranks = fc
      .tuple(order, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }))
      .map(([those, shared]) =>
        those.reduce<number[][]>((so, one, at) => {
          const last = so.at(-1)
          if (alike && shared[at] && last) last.push(one)
          else so.push([one])
          return so
        }, []),
      )
    return fc.record({
      rankings: fc.array(fc.record({ ranks, count: fc.integer({ min: 1, max: 40 }) }), {
        minLength: 1,
        maxLength: 25,
      }),
      candidates: fc.constant(candidates),
      seats: fc.integer({ min: 1, max: mostSeats }),
      lot: fc.shuffledSubarray(indices, { minLength: candidates }),
    })
  })
}

export function electionFrom({ rankings, candidates, seats }: Drawn): Election {
  return {
    title: 'drawn',
    seats,
    candidates: Array.from({ length: candidates }, (_, index) => ({
      name: `Candidate ${index + 1}`,
      withdrawn: false,
    })),
    papers: papersFrom(rankings),
    tie: null,
  }
}
