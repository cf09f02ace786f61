/** Coming in. */
import { z } from 'zod'
import { InstantSchema } from '#kernel/clock.ts'
import { operation } from '#kernel/operation.ts'
import { line } from '#kernel/text.ts'
import { Who } from '../rules/call.ts'
import { ofGathering } from './params.ts'

export const Me = z.object({ who: Who, name: z.string(), kind: z.enum(['person', 'guest']) })

export type Me = z.infer<typeof Me>

export const seeTheDoor = operation({
  method: 'GET',
  path: '/gatherings/{gathering}/room/door',
  summary: 'See from outside whether one can come in',
  who: 'anyone',
  params: ofGathering,
  output: z.object({
    /** `in`: straight in. `wait`: in the lobby. `ask-name`: a guest says a name first. */
    door: z.enum([
      'in',
      'wait',
      'ask-name',
      'removed',
      'room-locked',
      'gathering-over',
      'not-called',
      'doors-closed',
      'gathering-cancelled',
    ]),
    opensAt: InstantSchema.nullable().meta({
      description: 'When the doors open; null for whoever is not called',
    }),
    me: Me.nullable(),
    here: z.int().meta({ description: 'How many are in the room' }),
    beganAt: InstantSchema.nullable(),
    endedAt: InstantSchema.nullable(),
  }),
  refusals: ['no-such-gathering'],
})

export const enterTheRoom = operation({
  method: 'POST',
  path: '/gatherings/{gathering}/room/enter',
  summary: 'Come into the room, or wait in the lobby',
  who: 'anyone',
  params: ofGathering,
  body: z.object({ name: line(80).optional() }),
  output: z.object({
    state: z.enum(['in', 'wait']),
    me: Me,
    seq: z.int().meta({ description: 'The number of the last entry of the gathering by then' }),
  }),
  refusals: [
    'no-such-gathering',
    'name-needed',
    'not-called',
    'removed',
    'room-locked',
    'gathering-over',
    'gathering-cancelled',
    'doors-closed',
    'denied',
    'lobby-full',
    'door-crowded',
  ],
  // A whole hall may stand behind one address, and a newcomer is known by nothing else yet.
  limit: { count: 800, seconds: 60 },
})
