/** The floor: giving it, ending and lengthening turns. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { Who } from '../rules/call.ts'
import { CARE, Done, HERE, ofRoom, inRoomOf, OFTEN } from './params.ts'

const here = { who: 'in-the-room', output: Done, limit: OFTEN } as const

const care = { who: 'facilitator-of-the-room', output: Done, limit: OFTEN } as const

const Seconds = z.int().min(10).max(7200)

export const giveTheFloor = operation({
  ...care,
  method: 'POST',
  path: '/gatherings/{gathering}/room/floor',
  summary: 'Give the floor to whom one names, or to who is next',
  params: ofRoom,
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
  params: inRoomOf,
  refusals: [...HERE, 'only-facilitators', 'no-turn-to-end'],
})

export const extendATurn = operation({
  ...care,
  method: 'POST',
  path: '/gatherings/{gathering}/room/floor/{who}/extend',
  summary: 'Lengthen a running turn',
  params: inRoomOf,
  body: z.object({ seconds: z.int().min(10).max(3600) }),
  refusals: [...CARE, 'no-turn-to-end'],
})
