/** One decision as the pages read it, and what is read anew after an act. */
import type { z } from 'zod'
import type { Output } from '#kernel/operation.ts'
import { useRead } from '#web/kit/useCall.ts'
import type { CircleId } from '#slices/circles/api.ts'
import { readAdvice } from '../api/advice.ts'
import { readMandates } from '../api/mandates.ts'
import { readObjections } from '../api/objections.ts'
import { listDecisions, readDecision, readRoll, waitsForMe } from '../api/reading.ts'
import type { DecisionId } from '../api/shapes.ts'
import { readPapers, readUrn } from '../api/secret.ts'
import { listBallots, readCount } from '../api/voting.ts'

export type Decision = Output<typeof readDecision>
export type Id = z.output<typeof DecisionId>
export type Circle = z.output<typeof CircleId>
export type Mine = Decision['mine'][number]

export const TOUCHES = [
  readDecision,
  readRoll,
  listDecisions,
  waitsForMe,
  readCount,
  listBallots,
  readPapers,
  readUrn,
  readMandates,
  readObjections,
  readAdvice,
]

export function useDecision(decision: Id) {
  return useRead(readDecision, { params: { decision } })
}
