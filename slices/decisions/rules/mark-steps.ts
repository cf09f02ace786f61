/** The steps of counts of marks, as data and in sentences. */
import type { MessageDescriptor } from '@lingui/core'
import type { Step, TieBroken } from './counting.ts'
import { type Sentence, tellStep } from './telling.ts'

export type MarkStep =
  | {
      kind: 'totals'
      papers: number
      invalid: number
      candidates: number[]
      totals: number[]
      /** How many gave each more than the least. */
      support: number[]
    }
  | { kind: 'runoff'; finalists: number[]; votes: number[]; alike: number }
  | {
      kind: 'grades'
      candidates: number[]
      /** How many gave each of them each grade, from the least to the most. */
      table: number[][]
      /** The grade in the middle, the lower of two. */
      middle: number[]
    }
  | {
      kind: 'apart'
      candidate: number
      over: number
      /** So many grades were taken from the middle of both before they differed. */
      taken: number
      grades: [number, number]
    }
  | { kind: 'loaded'; seat: number; candidate: number; approving: number; load: string }
  | Extract<Step, { kind: 'elected' }>
  | TieBroken

const SAID = {
  totals: /*i18n*/ {
    id: 'decisions.marks.totals',
    message: '{papers, plural, one {# sheet} other {# sheets}} add up to: {list}.',
  },
  invalid: /*i18n*/ {
    id: 'decisions.marks.invalid',
    message:
      '{invalid, plural, one {# sheet is not valid and changes} other {# sheets are not valid and change}} nothing.',
  },
  runoff: /*i18n*/ {
    id: 'decisions.marks.runoff',
    message:
      'The two highest meet: {list}; {alike, plural, one {# sheet gives} other {# sheets give}} both the same.',
  },
  grades: /*i18n*/ {
    id: 'decisions.marks.grades',
    message: 'The grade in the middle of each: {list}.',
  },
  apart: /*i18n*/ {
    id: 'decisions.marks.apart',
    message:
      '{name} before {over}: after taking {taken, plural, one {# grade} other {# grades}} from the middle of both, {a} stands against {b}.',
  },
  loaded: /*i18n*/ {
    id: 'decisions.marks.loaded',
    message:
      'Seat {seat}: {name}, approved on {approving, plural, one {# sheet} other {# sheets}}, each of which now carries {load}.',
  },
} satisfies Record<string, MessageDescriptor>

/** One step in sentences. */
export function tellMarkStep(step: MarkStep, names: readonly string[]): Sentence[] {
  const name = (one: number) => names[one] ?? `${one + 1}`
  const listed = (those: number[], given: number[]) =>
    those.map((one, at) => `${name(one)} ${given[at] ?? 0}`)
  switch (step.kind) {
    case 'totals': {
      const { papers, invalid } = step
      const list = listed(step.candidates, step.totals)
      const said: Sentence[] = [{ message: SAID.totals, values: { papers, list } }]
      return invalid === 0 ? said : [...said, { message: SAID.invalid, values: { invalid } }]
    }
    case 'runoff': {
      const list = listed(step.finalists, step.votes)
      return [{ message: SAID.runoff, values: { list, alike: step.alike } }]
    }
    case 'grades':
      return [{ message: SAID.grades, values: { list: listed(step.candidates, step.middle) } }]
    case 'apart': {
      const [a, b] = step.grades
      const values = { name: name(step.candidate), over: name(step.over), taken: step.taken, a, b }
      return [{ message: SAID.apart, values }]
    }
    case 'loaded': {
      const { seat, approving, load } = step
      return [
        { message: SAID.loaded, values: { seat, name: name(step.candidate), approving, load } },
      ]
    }
    default:
      return tellStep(step, names)
  }
}
