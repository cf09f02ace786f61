/** Coming in, seeing what is on, leaving; the lobby. */
import { z } from 'zod'
import { InstantSchema } from '#kernel/clock.ts'
import { operation } from '#kernel/operation.ts'
import { line } from '#kernel/text.ts'
import { Lobby, Who } from '../rules/call.ts'
import { CARE, Done, HERE, OFTEN, ofGathering, ofPerson, SELDOM } from './params.ts'
import { AnswerShown, RoomSchema } from './snapshot.ts'

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
    opensAt: InstantSchema.meta({ description: 'When the doors open' }),
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

export const readTheRoom = operation({
  method: 'GET',
  path: '/gatherings/{gathering}/room',
  summary: 'The room as it is, with the last page of its chat',
  who: 'of-the-room',
  params: ofGathering,
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

export const Waiting = z.object({
  who: Who,
  name: z.string(),
  kind: z.enum(['person', 'guest']),
  since: InstantSchema,
})

export const seeTheLobby = operation({
  method: 'GET',
  path: '/gatherings/{gathering}/room/lobby',
  summary: 'Who waits to be let in, and what facilitators alone see',
  who: 'facilitator-of-the-room',
  params: ofGathering,
  output: z.object({
    waiting: z.array(Waiting),
    seq: z.int().meta({ description: 'The number of the last entry of the care topic' }),
    /** The private line of each item. */
    careLines: z.record(z.string(), z.string()),
    /** Lines that were hidden, with their words. */
    hidden: z.array(z.object({ line: z.int(), text: z.string(), reason: z.string(), by: Who })),
    /** Who was removed, and why. */
    removed: z.array(z.object({ who: Who, reason: z.string(), by: Who, at: InstantSchema })),
  }),
  refusals: CARE,
})

export const answerTheDoor = operation({
  method: 'POST',
  path: '/gatherings/{gathering}/room/lobby/{who}',
  summary: 'Let somebody in from the lobby, or not',
  who: 'facilitator-of-the-room',
  params: ofPerson,
  body: z.object({ admit: z.boolean() }),
  refusals: [...CARE, 'nobody-by-that-id'],
})

export const ruleTheLobby = operation({
  method: 'PUT',
  path: '/gatherings/{gathering}/room/lobby',
  summary: 'Choose who waits: nobody, everybody, or all but members',
  who: 'facilitator-of-the-room',
  params: ofGathering,
  body: z.object({ lobby: Lobby }),
  output: Done,
  refusals: CARE,
  limit: SELDOM,
})

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
