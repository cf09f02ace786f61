/** Private talks: between two, or of one with the facilitators. Never in the minutes. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { Who } from '../rules/call.ts'
import { HERE, ofGathering, OFTEN, TalkId } from './params.ts'

export const Talk = z.object({
  id: TalkId,
  kind: z.enum(['two', 'care']),
  /** With whom: the other of two; in a talk with the facilitators, whose it is. */
  with: Who,
  seq: z.int().meta({ description: 'The number of its last entry: subscribe to talk:<id>' }),
  blocked: z.boolean().meta({ description: 'One of the two has blocked the other' }),
})

export type Talk = z.infer<typeof Talk>

export const listMyTalks = operation({
  method: 'GET',
  path: '/gatherings/{gathering}/room/talks',
  summary: 'My private talks in this gathering',
  who: 'of-the-room',
  params: ofGathering,
  output: z.object({ talks: z.array(Talk), blocked: z.array(Who) }),
  refusals: ['not-in-the-room', 'no-such-gathering', 'removed'],
})

export const openATalk = operation({
  method: 'POST',
  path: '/gatherings/{gathering}/room/talks',
  summary: 'Open a private talk with somebody, or (null) with the facilitators',
  who: 'in-the-room',
  params: ofGathering,
  body: z.object({ with: Who.nullable() }),
  output: z.object({ talk: Talk }),
  refusals: [...HERE, 'private-off', 'blocked', 'nobody-by-that-id'],
  limit: OFTEN,
})
