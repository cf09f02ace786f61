/** The standing of a member, and what changes it. */
import type { Output } from '#kernel/operation.ts'
import { useRead } from '#web/kit/useCall.ts'
import {
  CircleId,
  listClaims,
  listEvidence,
  listExcuses,
  listPayments,
  listStandings,
  MemberId,
  readPaying,
  readRoll,
  readStanding,
} from '../api.ts'

export type Standing = Output<typeof readStanding>
export type Hardship = NonNullable<Standing['hardship']>
export type Circle = ReturnType<typeof CircleId.parse>
export type Member = ReturnType<typeof MemberId.parse>

/** Whatever shows standings: read again when evidence comes. */
export const TOUCHES = [
  readStanding,
  listStandings,
  listEvidence,
  listClaims,
  listExcuses,
  listPayments,
  readPaying,
  readRoll,
]

export function useStanding(circle: Circle, member: Member, on = '') {
  return useRead(readStanding, {
    params: { circle, member },
    query: on === '' ? {} : { on },
  })
}
