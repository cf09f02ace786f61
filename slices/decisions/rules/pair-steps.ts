/** The steps of counts that compare candidates in pairs, as data and in sentences. */
import type { TieBroken } from './counting.ts'
import type { Pairs } from './pairwise.ts'
import { type Sentence, tellTie } from './telling.ts'

export type Duel = { over: number; under: number; votes: number; against: number }

export type PairStep =
  | { kind: 'pairs'; standing: number[]; wins: number[][]; papers: number }
  | { kind: 'paths'; standing: number[]; strengths: number[][] }
  | ({ kind: 'locked' | 'skipped' } & Duel)
  | { kind: 'worst'; standing: number[]; votes: number[] }
  | { kind: 'points'; standing: number[]; halves: number[] }
  | { kind: 'preferred'; candidate: number; why: 'every-duel' | 'method' }
  | TieBroken

/** The table of pairs as a step. */
export function pairsStep({ standing, wins, papers }: Pairs): PairStep {
  return { kind: 'pairs', standing, wins, papers }
}

const LISTED = {
  pairs: /*i18n*/ {
    id: 'decisions.pairs.duels',
    message: 'In pairs, from {papers, plural, one {# paper} other {# papers}}: {list}.',
  },
  paths: /*i18n*/ {
    id: 'decisions.pairs.paths',
    message: 'The strongest paths between them: {list}.',
  },
  worst: /*i18n*/ {
    id: 'decisions.pairs.worst',
    message: 'The most votes that anybody had against each in a lost duel: {list}.',
  },
  points: /*i18n*/ { id: 'decisions.pairs.points', message: 'Points: {list}.' },
}

const DUEL = {
  locked: /*i18n*/ {
    id: 'decisions.pairs.locked',
    message: '{over} over {under}, {votes} to {against}: stands.',
  },
  skipped: /*i18n*/ {
    id: 'decisions.pairs.skipped',
    message: '{over} over {under}, {votes} to {against}: left out, it would close a circle.',
  },
}

const PREFERRED = {
  'every-duel': /*i18n*/ {
    id: 'decisions.pairs.every-duel',
    message: '{name} wins against each of the others.',
  },
  method: /*i18n*/ { id: 'decisions.pairs.method', message: '{name} comes out first.' },
}

function table(standing: number[], rows: number[][], name: (one: number) => string): string[] {
  return standing.flatMap((one, row) =>
    standing.flatMap((other, column) => {
      const here = rows[row]?.[column] ?? 0
      const there = rows[column]?.[row] ?? 0
      return row < column ? [`${name(one)} ${here} : ${there} ${name(other)}`] : []
    }),
  )
}

function halves(points: number): string {
  return points % 2 === 0 ? `${points / 2}` : `${(points - 1) / 2}.5`
}

/** One step in sentences. */
export function tellPairStep(step: PairStep, names: readonly string[]): Sentence[] {
  const name = (one: number) => names[one] ?? `${one + 1}`
  const listed = (list: string[], papers = 0): Record<string, number | string[]> => ({
    list,
    papers,
  })
  switch (step.kind) {
    case 'pairs':
      return [
        {
          message: LISTED.pairs,
          values: listed(table(step.standing, step.wins, name), step.papers),
        },
      ]
    case 'paths':
      return [{ message: LISTED.paths, values: listed(table(step.standing, step.strengths, name)) }]
    case 'worst': {
      const list = step.standing.map((one, at) => `${name(one)} ${step.votes[at] ?? 0}`)
      return [{ message: LISTED.worst, values: listed(list) }]
    }
    case 'points': {
      const list = step.standing.map((one, at) => `${name(one)} ${halves(step.halves[at] ?? 0)}`)
      return [{ message: LISTED.points, values: listed(list) }]
    }
    case 'locked':
    case 'skipped': {
      const { over, under, votes, against } = step
      return [
        {
          message: DUEL[step.kind],
          values: { over: name(over), under: name(under), votes, against },
        },
      ]
    }
    case 'preferred':
      return [{ message: PREFERRED[step.why], values: { name: name(step.candidate) } }]
    case 'tie':
      return [tellTie(step, names)]
  }
}
