/** The microphone of a place where people sit together, and who sits there. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { line } from '#kernel/text.ts'
import { idOf } from '#kernel/ids.ts'
import { Who } from '../rules/call.ts'
import { PLACE_LONGEST } from '../rules/seats.ts'
import { REQUEST_KINDS } from '../rules/state.ts'
import { Done, HERE, ofGathering, ofPerson, OFTEN, SELDOM } from './params.ts'

const here = { who: 'in-the-room', output: Done } as const
const MICROPHONE = [...HERE, 'not-your-microphone', 'no-microphone'] as const
const SEAT = ['here-already', 'removed-person', 'room-locked', 'place-full'] as const

export const openAMicrophone = operation({
  ...here,
  method: 'PUT',
  path: '/gatherings/{gathering}/room/microphone',
  summary: "Say that one's device is the microphone of a place where people sit together",
  params: ofGathering,
  body: z.object({ place: line(PLACE_LONGEST) }),
  refusals: [...HERE, 'not-begun', 'microphone-needs-account', 'many-places'],
  limit: SELDOM,
})

export const closeAMicrophone = operation({
  ...here,
  method: 'DELETE',
  path: '/gatherings/{gathering}/room/microphones/{who}',
  summary: "Say that somebody's device is a microphone of a place no longer",
  params: ofPerson,
  refusals: MICROPHONE,
  limit: SELDOM,
})

export const seatSomebody = operation({
  ...here,
  method: 'POST',
  path: '/gatherings/{gathering}/room/microphones/{who}/seats',
  summary: 'Say who sits at a microphone: a member of the circle, or somebody by a name',
  params: ofPerson,
  body: z.union([z.object({ person: idOf('per', 'a person') }), z.object({ name: line(80) })]),
  output: Done.extend({ who: Who }),
  refusals: [...MICROPHONE, ...SEAT, 'not-in-this-circle'],
  limit: OFTEN,
})

export const seatAgain = operation({
  ...here,
  method: 'PUT',
  path: '/gatherings/{gathering}/room/seats/{who}',
  summary: 'Say that somebody who went from a microphone sits there again',
  params: ofPerson,
  refusals: [...MICROPHONE, ...SEAT, 'nobody-by-that-id'],
  limit: OFTEN,
})

export const leaveASeat = operation({
  ...here,
  method: 'DELETE',
  path: '/gatherings/{gathering}/room/seats/{who}',
  summary: 'Say that somebody went from a microphone',
  params: ofPerson,
  refusals: [...MICROPHONE, 'nobody-by-that-id'],
  limit: OFTEN,
})

export const askFromASeat = operation({
  ...here,
  method: 'POST',
  path: '/gatherings/{gathering}/room/seats/{who}/stack',
  summary: 'Ask for the floor for somebody who sits at the microphone',
  params: ofPerson,
  body: z.object({ kind: z.enum(REQUEST_KINDS).default('point') }),
  refusals: [...HERE, 'only-facilitators', 'nobody-by-that-id', 'stack-closed'],
  limit: OFTEN,
})
