/** The objections to a decision as its pages read them. */
import type { Output } from '#kernel/operation.ts'
import { useRead } from '#web/kit/useCall.ts'
import { readObjections } from '../../api/objections.ts'
import type { Decision } from '../useDecision.ts'

export type Objections = Output<typeof readObjections>
export type Objection = Objections['objections'][number]

/** Nothing where it is not decided by consent. */
export function useObjections({ decision, kind }: Pick<Decision, 'decision' | 'kind'>) {
  const { data } = useRead(
    readObjections,
    { params: { decision } },
    kind?.method.kind === 'consent',
  )
  return data?.consent ? data : null
}
