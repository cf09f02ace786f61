/** The steps of a count by Meek's method, as data and in sentences. */
import type { MessageDescriptor } from '@lingui/core'
import { amount, type Sentence } from './telling.ts'

/** What happened. */
export type MeekEvent =
  | { what: 'begin' | 'complete' }
  | { what: 'elected' | 'elected-last' | 'out' | 'out-last'; candidate: number }
  | { what: 'shared'; why: 'elected' | 'small' | 'stable' }
  | { what: 'tie'; among: number[]; candidate: number }

/** Everything that stands after it: amounts with nine decimals, by candidate's index. */
export type MeekStep = MeekEvent & {
  kind: 'meek'
  round: number
  votes: string[]
  /** What each keeps of what reaches them. */
  keep: string[]
  quota: string
  surplus: string
  /** What no longer counts for anybody. */
  nonTransferable: string
}

const SAID: Record<
  Exclude<MeekStep['what'], 'shared' | 'begin' | 'complete'>,
  MessageDescriptor
> = {
  elected: /*i18n*/ {
    id: 'decisions.meek.elected',
    message: 'Round {round}: {name} holds {votes} and is elected; the quota is {quota}.',
  },
  'elected-last': /*i18n*/ {
    id: 'decisions.meek.elected-last',
    message: 'As many are left as there are seats: {name} is elected with {votes}.',
  },
  out: /*i18n*/ {
    id: 'decisions.meek.out',
    message: 'Round {round}: {name} holds the least, {votes}, and is out.',
  },
  'out-last': /*i18n*/ {
    id: 'decisions.meek.out-last',
    message: 'All seats are filled: {name} is out with {votes}.',
  },
  tie: /*i18n*/ {
    id: 'decisions.meek.tie',
    message: 'Round {round}: {among} are level within the surplus; the lot falls on {name}.',
  },
}

const SHARED = /*i18n*/ {
  id: 'decisions.meek.shared',
  message:
    'Papers are shared out: {held}. The quota is {quota}, the surplus {surplus}; no longer counting: {lost}.',
}

/** One step in sentences. */
export function tellMeekStep(step: MeekStep, names: readonly string[]): Sentence[] {
  const name = (candidate: number) => names[candidate] ?? `${candidate + 1}`
  if ('candidate' in step) {
    const { round, candidate } = step
    const values = {
      round,
      name: name(candidate),
      votes: amount(step.votes[candidate] ?? '0'),
      quota: amount(step.quota),
      among: step.what === 'tie' ? step.among.map(name) : [],
    }
    return [{ message: SAID[step.what], values }]
  }
  const held = step.votes.flatMap((each, at) =>
    amount(each) === '0' ? [] : [`${name(at)} ${amount(each)}`],
  )
  const { quota, surplus, nonTransferable } = step
  const values = {
    held,
    quota: amount(quota),
    surplus: amount(surplus),
    lost: amount(nonTransferable),
  }
  return [{ message: SHARED, values }]
}
