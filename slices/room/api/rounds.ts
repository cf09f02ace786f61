/** How long turns are, and rounds. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { Who } from '../rules/call.ts'
import { CARE, Done, HERE, ofRoom, inRoomOf, OFTEN } from './params.ts'

const here = { who: 'in-the-room', output: Done, limit: OFTEN } as const

const care = { who: 'facilitator-of-the-room', output: Done, limit: OFTEN } as const

const Seconds = z.int().min(10).max(7200)

export const setTheTurns = operation({
  ...care,
  method: 'PUT',
  path: '/gatherings/{gathering}/room/turns',
  summary: 'Set how long turns are from now on',
  params: ofRoom,
  body: z.object({ seconds: Seconds.nullable() }),
  refusals: CARE,
})

export const openARound = operation({
  ...care,
  method: 'POST',
  path: '/gatherings/{gathering}/room/round',
  summary: 'Open a round: everybody once, in order',
  params: ofRoom,
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
  params: inRoomOf,
  refusals: [...HERE, 'only-facilitators', 'not-in-the-round'],
})

export const closeTheRound = operation({
  ...care,
  method: 'DELETE',
  path: '/gatherings/{gathering}/room/round',
  summary: 'Close the round before its end',
  params: ofRoom,
  refusals: CARE,
})
