/** The advice on a decision as its pages read it. */
import type { Output } from '#kernel/operation.ts'
import { useRead } from '#web/kit/useCall.ts'
import { readAdvice } from '../../api/advice.ts'
import type { Decision } from '../useDecision.ts'

export type AdviceFound = Output<typeof readAdvice>

/** Whether whoever proposed it decides it, by advice. */
export const isByAdvice = ({ kind }: Pick<Decision, 'kind'>): boolean =>
  kind?.method.kind === 'advice'

/** Nothing where it is not decided by advice. */
export function useAdvice(decision: Pick<Decision, 'decision' | 'kind'>): AdviceFound | null {
  const by = isByAdvice(decision)
  const { data } = useRead(readAdvice, { params: { decision: decision.decision } }, by)
  return data?.advice ? data : null
}
