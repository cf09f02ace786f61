/** The temperature of the room. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { SIGNALS } from '../rules/state.ts'
import { CARE, Done, HERE, ofRoom, OFTEN, SELDOM } from './params.ts'

export const showTheTemperature = operation({
  method: 'PUT',
  path: '/gatherings/{gathering}/room/temperature',
  summary: 'Show a signal, or take it back',
  who: 'in-the-room',
  params: ofRoom,
  body: z.object({ signal: z.enum(SIGNALS), shown: z.boolean() }),
  output: Done,
  refusals: HERE,
  limit: OFTEN,
})

export const clearTheTemperature = operation({
  method: 'DELETE',
  path: '/gatherings/{gathering}/room/temperature',
  summary: 'Take all signals back, for a new question',
  who: 'facilitator-of-the-room',
  params: ofRoom,
  output: Done,
  refusals: CARE,
  limit: SELDOM,
})
