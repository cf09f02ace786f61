/** Where ballots go: to the decision, or where a later slice takes them in (a room). */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type { Body } from '#kernel/operation.ts'
import { call } from '#web/kit/call.ts'
import { keyOf } from '#web/kit/useCall.ts'
import { castBallot } from '../api/voting.ts'
import { type Id, TOUCHES } from './useDecision.ts'

export type CastBody = Body<typeof castBallot>

/** Null: to the decision itself. */
export const Casting = createContext<((body: CastBody) => Promise<unknown>) | null>(null)

/** Casting a ballot, wherever it goes; the decision is read anew then. */
export function useCasting(decision: Id) {
  const elsewhere = useContext(Casting)
  const client = useQueryClient()
  return useMutation<unknown, Error, CastBody>({
    mutationFn: (body) =>
      elsewhere ? elsewhere(body) : call(castBallot, { params: { decision }, body }),
    onSuccess: () =>
      Promise.all(TOUCHES.map((read) => client.invalidateQueries({ queryKey: keyOf(read) }))),
  })
}
