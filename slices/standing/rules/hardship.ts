/**
 * Hardship.
 * 1. It is granted where the rules know it, for the duties that they name, until a day.
 * 2. A member asks for it in confidence: what they write is read by the treasurer and the stewards.
 * 3. The treasurer or a steward grants it, never to themselves; declining it needs a reason; only who
 *    it is for withdraws what was asked.
 */
import { type Change, happen, refuse } from '#kernel/change.ts'
import type { Day } from './days.ts'
import type { DutiesPart } from './duty.ts'

/** Whether the rules know hardship at all. */
export const knowsHardship = ({ exemptions }: DutiesPart) =>
  exemptions.some((one) => one.for.kind === 'hardship')

/** Law 1: refuses `no-hardship`, `ends-before`. */
export function mayExcuse(
  { exemptions }: DutiesPart,
  { duty, from, until }: { duty: string | null; from: Day; until: Day | null },
): Change {
  const allowed = exemptions.some(
    (one) =>
      one.for.kind === 'hardship' &&
      (one.duties.length === 0 || duty === null || one.duties.includes(duty)),
  )
  if (!allowed) return refuse('no-hardship')
  if (until !== null && until <= from) return refuse('ends-before')
  return happen('member.excused', {})
}

/** Law 3: refuses `not-your-own-excuse`. */
export function mayGrant(own: boolean): Change {
  return own ? refuse('not-your-own-excuse') : happen('member.excused', {})
}

export type Answering = { answer: 'granted' | 'declined' | 'withdrawn'; why: string }

/** Law 3: refuses `excuse-answered`, `not-your-own-excuse`, `why-please`. */
export function excuseAnswer(
  { answer: before, own }: { answer: string | null; own: boolean },
  { answer, why }: Answering,
): Change {
  if (before !== null) return refuse('excuse-answered')
  if ((answer === 'withdrawn') !== own) return refuse('not-your-own-excuse')
  if (answer === 'declined' && why === '') return refuse('why-please')
  return happen('excuse.answered', { answer })
}
