/** The lock. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { CARE, Done, ofGathering, SELDOM } from './params.ts'

export const lockTheRoom = operation({
  method: 'PUT',
  path: '/gatherings/{gathering}/room/lock',
  summary: 'Lock the room, or unlock it',
  who: 'facilitator-of-the-room',
  params: ofGathering,
  body: z.object({ locked: z.boolean() }),
  output: Done,
  refusals: CARE,
  limit: SELDOM,
})
