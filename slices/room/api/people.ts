/** Roles, and handing facilitation over. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { Who } from '../rules/call.ts'
import { ROLES } from '../rules/state.ts'
import { CARE, Done, HERE, ofGathering, ofPerson, OFTEN } from './params.ts'

const care = { who: 'facilitator-of-the-room', output: Done, limit: OFTEN } as const

const here = { who: 'in-the-room', output: Done, limit: OFTEN } as const

export const giveARole = operation({
  ...care,
  method: 'POST',
  path: '/gatherings/{gathering}/room/people/{who}/roles',
  summary: 'Give somebody a role',
  params: ofPerson,
  body: z.object({ role: z.enum(ROLES) }),
  refusals: [...CARE, 'nobody-by-that-id'],
})

export const layARoleDown = operation({
  ...here,
  method: 'DELETE',
  path: '/gatherings/{gathering}/room/people/{who}/roles/{role}',
  summary: 'Lay a role down, or take it from somebody',
  params: ofPerson.extend({ role: z.enum(ROLES) }),
  refusals: [...HERE, 'only-facilitators', 'hand-over-first'],
})

export const handFacilitationOver = operation({
  ...care,
  method: 'POST',
  path: '/gatherings/{gathering}/room/hand-over',
  summary: 'Hand facilitation over to somebody in the room',
  params: ofGathering,
  body: z.object({ to: Who }),
  refusals: [...CARE, 'nobody-by-that-id'],
})

export const takeFacilitationOver = operation({
  ...here,
  method: 'POST',
  path: '/gatherings/{gathering}/room/take-over',
  summary: 'Take facilitation over when no facilitator is here',
  params: ofGathering,
  refusals: [...HERE, 'still-facilitated', 'account-needed'],
})
