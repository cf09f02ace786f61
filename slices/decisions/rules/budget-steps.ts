/** The steps of deciding on a budget, as data and in sentences. */
import type { MessageDescriptor } from '@lingui/core'
import type { Step, TieBroken } from './counting.ts'
import { readFraction, roughly, ZERO } from './exact.ts'
import { amount, type Sentence, tellStep } from './telling.ts'

export type BudgetStep =
  | { kind: 'budget'; whole: number; voters: number; invalid: number; support: number[] }
  | { kind: 'funded'; option: number; cost: number; support: number; left: number }
  | { kind: 'too-dear'; option: number; cost: number; left: number }
  | { kind: 'shares'; share: string; tried: number }
  | { kind: 'bought'; option: number; cost: number; payers: number; most: string }
  | { kind: 'completed'; left: number }
  | Extract<Step, { kind: 'elected' }>
  | TieBroken

const SAID = {
  budget: /*i18n*/ {
    id: 'decisions.budget.budget',
    message:
      '{whole} can be spent; {voters, plural, one {# sheet says} other {# sheets say}} on what. In favour: {list}.',
  },
  funded: /*i18n*/ {
    id: 'decisions.budget.funded',
    message:
      '{name} has {support, plural, one {# sheet} other {# sheets}} and costs {cost}: funded; {left} is left.',
  },
  'too-dear': /*i18n*/ {
    id: 'decisions.budget.too-dear',
    message: '{name} costs {cost}, and only {left} is left: passed over.',
  },
  shares: /*i18n*/ {
    id: 'decisions.budget.shares',
    message:
      'Every sheet holds {share}; {tried, plural, =0 {the budget as it is.} one {one larger share was tried.} other {# larger shares were tried.}}',
  },
  bought: /*i18n*/ {
    id: 'decisions.budget.bought',
    message:
      '{name} costs {cost}: {payers, plural, one {# sheet pays for it} other {# sheets pay for it}}, at most {most} each.',
  },
  completed: /*i18n*/ {
    id: 'decisions.budget.completed',
    message: 'What is left, {left}, goes to those with the most sheets in favour that it pays for.',
  },
} satisfies Record<string, MessageDescriptor>

const inDecimals = (text: string) => amount(roughly(readFraction(text) ?? ZERO, 2))

/** One step in sentences. */
export function tellBudgetStep(step: BudgetStep, names: readonly string[]): Sentence[] {
  const name = (one: number) => names[one] ?? `${one + 1}`
  switch (step.kind) {
    case 'budget': {
      const list = step.support.map((support, at) => `${name(at)} ${support}`)
      return [{ message: SAID.budget, values: { whole: step.whole, voters: step.voters, list } }]
    }
    case 'funded':
    case 'too-dear': {
      const { cost, left } = step
      const support = step.kind === 'funded' ? step.support : 0
      return [
        { message: SAID[step.kind], values: { name: name(step.option), cost, left, support } },
      ]
    }
    case 'shares':
      return [
        { message: SAID.shares, values: { share: inDecimals(step.share), tried: step.tried } },
      ]
    case 'bought': {
      const { cost, payers } = step
      const values = { name: name(step.option), cost, payers, most: inDecimals(step.most) }
      return [{ message: SAID.bought, values }]
    }
    case 'completed':
      return [{ message: SAID.completed, values: { left: step.left } }]
    default:
      return tellStep(step, names)
  }
}
