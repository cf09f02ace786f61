/** The life of a gathering: it begins, goes on and ends. */
import { z } from 'zod'
import { InstantSchema } from '#kernel/clock.ts'
import { operation } from '#kernel/operation.ts'
import { CARE, Done, ItemId, ofGathering, OFTEN } from './params.ts'

const care = { who: 'facilitator-of-the-room', output: Done, limit: OFTEN } as const

export const beginTheGathering = operation({
  ...care,
  method: 'POST',
  path: '/gatherings/{gathering}/room/begin',
  summary: 'Begin the gathering, and with it the first item',
  params: ofGathering,
  refusals: [...CARE, 'already-begun'],
})

export const goToNextItem = operation({
  ...care,
  method: 'POST',
  path: '/gatherings/{gathering}/room/next',
  summary: 'End the item that runs and begin the next',
  params: ofGathering,
  body: z.object({
    believed: ItemId.nullable().meta({ description: 'The item that the presser saw running' }),
  }),
  refusals: [...CARE, 'not-begun', 'item-moved-on', 'nothing-ahead'],
})

export const endTheGathering = operation({
  ...care,
  method: 'POST',
  path: '/gatherings/{gathering}/room/end',
  summary: 'End the gathering for everyone',
  params: ofGathering,
  refusals: ['gathering-over', 'only-facilitators', 'not-begun'],
})

export const agreeOnTheEnd = operation({
  ...care,
  method: 'PUT',
  path: '/gatherings/{gathering}/room/end',
  summary: 'State that those here agreed to go on until a moment',
  params: ofGathering,
  body: z.object({ till: InstantSchema }),
  refusals: CARE,
})
