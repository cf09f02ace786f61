/** The stack: asking for the floor, and how it is ordered. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { Who } from '../rules/call.ts'
import { REQUEST_KINDS, STACK_ORDERS } from '../rules/state.ts'
import { CARE, Done, HERE, ofRoom, inRoomOf, OFTEN } from './params.ts'

const here = { who: 'in-the-room', output: Done, limit: OFTEN } as const

const care = { who: 'facilitator-of-the-room', output: Done, limit: OFTEN } as const

export const askForTheFloor = operation({
  ...here,
  method: 'POST',
  path: '/gatherings/{gathering}/room/stack',
  summary: 'Ask for the floor',
  params: ofRoom,
  body: z.object({ kind: z.enum(REQUEST_KINDS).default('point') }),
  output: Done.extend({
    place: z.int().positive().meta({ description: 'Place in the stack, 1 is next' }),
  }),
  refusals: [...HERE, 'stack-closed'],
})

export const withdrawFromTheStack = operation({
  ...here,
  method: 'DELETE',
  path: '/gatherings/{gathering}/room/stack/{who}',
  summary: "Take one's request back; a facilitator anybody's",
  params: inRoomOf,
  refusals: [...HERE, 'only-facilitators'],
})

export const ruleTheStack = operation({
  ...care,
  method: 'PUT',
  path: '/gatherings/{gathering}/room/stack',
  summary: 'Choose the order of the stack, arrange it by hand, close it or open it',
  params: ofRoom,
  body: z.union([
    z.object({ order: z.enum(STACK_ORDERS) }),
    z.object({ arranged: z.array(Who).max(1000) }),
    z.object({ closed: z.boolean() }),
  ]),
  refusals: CARE,
})
