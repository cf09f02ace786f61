/** The stack, the floor, rounds. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { Who } from '../rules/call.ts'
import { REQUEST_KINDS, STACK_ORDERS } from '../rules/state.ts'
import { CARE, Done, HERE, OFTEN, ofGathering, ofPerson } from './params.ts'

const here = { who: 'in-the-room', output: Done, limit: OFTEN } as const
const care = { who: 'facilitator-of-the-room', output: Done, limit: OFTEN } as const
const Seconds = z.int().min(10).max(7200)

export const askForTheFloor = operation({
  ...here,
  method: 'POST',
  path: '/gatherings/{gathering}/room/stack',
  summary: 'Ask for the floor',
  params: ofGathering,
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
  params: ofPerson,
  refusals: [...HERE, 'only-facilitators'],
})

export const ruleTheStack = operation({
  ...care,
  method: 'PUT',
  path: '/gatherings/{gathering}/room/stack',
  summary: 'Choose the order of the stack, arrange it by hand, close it or open it',
  params: ofGathering,
  body: z.union([
    z.object({ order: z.enum(STACK_ORDERS) }),
    z.object({ arranged: z.array(Who).max(1000) }),
    z.object({ closed: z.boolean() }),
  ]),
  refusals: CARE,
})

export const giveTheFloor = operation({
  ...care,
  method: 'POST',
  path: '/gatherings/{gathering}/room/floor',
  summary: 'Give the floor to whom one names, or to who is next',
  params: ofGathering,
  body: z.union([
    z.object({
      who: z.array(Who).min(1).max(50),
      seconds: Seconds.nullable().optional(),
      beside: z.boolean().default(false),
    }),
    z.object({
      next: z.literal(true),
      believed: Who.nullable().default(null).meta({ description: 'Who the presser saw as next' }),
    }),
  ]),
  refusals: [...CARE, 'nobody-by-that-id', 'nobody-waits', 'next-has-changed'],
})

export const endATurn = operation({
  ...here,
  method: 'DELETE',
  path: '/gatherings/{gathering}/room/floor/{who}',
  summary: 'Say "I have finished", or take the floor back from somebody',
  params: ofPerson,
  refusals: [...HERE, 'only-facilitators', 'no-turn-to-end'],
})

export const extendATurn = operation({
  ...care,
  method: 'POST',
  path: '/gatherings/{gathering}/room/floor/{who}/extend',
  summary: 'Lengthen a running turn',
  params: ofPerson,
  body: z.object({ seconds: z.int().min(10).max(3600) }),
  refusals: [...CARE, 'no-turn-to-end'],
})

export const setTheTurns = operation({
  ...care,
  method: 'PUT',
  path: '/gatherings/{gathering}/room/turns',
  summary: 'Set how long turns are from now on',
  params: ofGathering,
  body: z.object({ seconds: Seconds.nullable() }),
  refusals: CARE,
})

export const openARound = operation({
  ...care,
  method: 'POST',
  path: '/gatherings/{gathering}/room/round',
  summary: 'Open a round: everybody once, in order',
  params: ofGathering,
  body: z.object({
    order: z.array(Who).min(1).max(1000),
    seconds: Seconds.nullable().default(null),
  }),
  refusals: [...CARE, 'nobody-by-that-id'],
})

export const passInTheRound = operation({
  ...here,
  method: 'DELETE',
  path: '/gatherings/{gathering}/room/round/{who}',
  summary: 'Pass in a round, or pass over somebody',
  params: ofPerson,
  refusals: [...HERE, 'only-facilitators', 'not-in-the-round'],
})

export const closeTheRound = operation({
  ...care,
  method: 'DELETE',
  path: '/gatherings/{gathering}/room/round',
  summary: 'Close the round before its end',
  params: ofGathering,
  refusals: CARE,
})
