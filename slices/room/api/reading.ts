/** Reading the room, and leaving it. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { AnswerShown } from './chat-shapes.ts'
import { Me } from './door.ts'
import { Done, HERE, ofGathering, ofRoom, OFTEN } from './params.ts'
import { RoomSchema } from './snapshot.ts'

export const readTheRoom = operation({
  method: 'GET',
  path: '/gatherings/{gathering}/room',
  summary: 'The room as it is, with the last page of its chat',
  who: 'of-the-room',
  params: ofRoom,
  output: z.object({
    me: Me,
    room: RoomSchema,
    mine: z
      .record(z.string(), AnswerShown)
      .meta({ description: 'My own answers to named polls whose results come at the close' }),
  }),
  refusals: ['not-in-the-room', 'no-such-gathering', 'removed'],
})

export const leaveTheRoom = operation({
  method: 'POST',
  path: '/gatherings/{gathering}/room/leave',
  summary: 'Leave the room',
  who: 'in-the-room',
  params: ofGathering,
  output: Done,
  refusals: [...HERE, 'hand-over-first'],
  limit: OFTEN,
})
