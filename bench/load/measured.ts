/** What a bench answers: figures, the same figures of its reference, and what they should reach. */
import { loadavg } from 'node:os'

export type Figures = Record<string, number>
export type Judged = { wish: string; reached: boolean }
export type Measured = {
  figures: Figures
  /** The same fields, of the reference in the same run. */
  reference: Figures
  judged?: readonly Judged[]
  /** The same under other conditions, each by its name. */
  also?: Record<string, Measured>
}

/** One object for scripts: the name, the figures, the reference, and the wishes that were missed. */
export function asJson(name: string, { figures, reference, judged = [], also }: Measured): object {
  const missed = judged.filter(({ reached }) => !reached).map(({ wish }) => wish)
  const more = Object.entries(also ?? {}).map(([other, one]) => asJson(other, one))
  return { name, ...figures, reference, missed, ...(more.length > 0 ? { also: more } : {}) }
}

/** A table for people, with the load of the machine, since that moves every figure. */
export function asTable(name: string, measured: Measured): string {
  const { figures, reference, judged = [], also = {} } = measured
  const rows = Object.keys(figures).map((field) => [
    `  ${field}`,
    said(figures[field]),
    said(reference[field]),
    ratio(figures[field], reference[field]),
  ])
  const lines = [[name, 'here', 'reference', 'ratio'], ...rows].map(([first = '', ...rest]) =>
    [first.padEnd(26), ...rest.map((cell) => cell.padStart(12))].join(''),
  )
  const wishes = judged.map(({ wish, reached }) => `  ${reached ? 'reached' : 'missed '}  ${wish}`)
  const load = `  load of the machine at the end: ${(loadavg()[0] ?? 0).toFixed(1)}`
  const more = Object.entries(also).map(([other, one]) => `\n${asTable(other, one)}`)
  return [...lines, ...wishes, load, ...more].join('\n')
}

function said(value: number | undefined): string {
  return value === undefined ? '–' : String(value)
}

function ratio(one: number | undefined, other: number | undefined): string {
  return one === undefined || !other ? '' : (one / other).toFixed(2)
}
