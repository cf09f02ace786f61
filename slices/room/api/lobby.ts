/** The lobby. */
import { z } from 'zod'
import { InstantSchema } from '#kernel/clock.ts'
import { operation } from '#kernel/operation.ts'
import { Lobby, Who } from '../rules/call.ts'
import { CARE, Done, ofGathering, ofPerson, SELDOM } from './params.ts'

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
