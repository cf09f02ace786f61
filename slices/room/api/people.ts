/** Roles, handing over, removing; what is written down and announced. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { line, paragraphs } from '#kernel/text.ts'
import { Who } from '../rules/call.ts'
import { ROLES } from '../rules/state.ts'
import { CARE, Done, HERE, OFTEN, ofGathering, ofPerson, SELDOM } from './params.ts'

const care = { who: 'facilitator-of-the-room', output: Done, limit: OFTEN } as const
const here = { who: 'in-the-room', output: Done, limit: OFTEN } as const

export const giveARole = operation({
  ...care,
  method: 'POST',
  path: '/gatherings/{gathering}/room/people/{who}/roles',
  summary: 'Give somebody a role',
  params: ofPerson,
  body: z.object({ role: z.enum(ROLES) }),
  refusals: [...CARE, 'nobody-by-that-id'],
})

export const layARoleDown = operation({
  ...here,
  method: 'DELETE',
  path: '/gatherings/{gathering}/room/people/{who}/roles/{role}',
  summary: 'Lay a role down, or take it from somebody',
  params: ofPerson.extend({ role: z.enum(ROLES) }),
  refusals: [...HERE, 'only-facilitators', 'hand-over-first'],
})

export const handFacilitationOver = operation({
  ...care,
  method: 'POST',
  path: '/gatherings/{gathering}/room/hand-over',
  summary: 'Hand facilitation over to somebody in the room',
  params: ofGathering,
  body: z.object({ to: Who }),
  refusals: [...CARE, 'nobody-by-that-id'],
})

export const takeFacilitationOver = operation({
  ...here,
  method: 'POST',
  path: '/gatherings/{gathering}/room/take-over',
  summary: 'Take facilitation over when no facilitator is here',
  params: ofGathering,
  refusals: [...HERE, 'still-facilitated', 'account-needed'],
})

export const removeSomebody = operation({
  ...care,
  method: 'POST',
  path: '/gatherings/{gathering}/room/people/{who}/remove',
  summary: 'Remove somebody from the gathering, with a reason that facilitators see',
  params: ofPerson,
  body: z.object({ reason: line(300) }),
  refusals: [...CARE, 'nobody-by-that-id', 'facilitators-stay'],
})

const WritingId = z.string().regex(/^wri_\w{1,60}$/, { error: 'not the id of something written' })
const writing = z.union([
  z.object({ kind: z.literal('decision'), text: paragraphs(2000) }),
  z.object({
    kind: z.literal('action'),
    text: paragraphs(2000),
    who: Who.nullish(),
    name: line(80).nullish(),
    due: z.iso.date().nullish(),
  }),
])
const ofWriting = ofGathering.extend({ writing: WritingId })

export const writeItDown = operation({
  ...here,
  method: 'POST',
  path: '/gatherings/{gathering}/room/written',
  summary: 'Write down a decision or an action, at the item that runs',
  params: ofGathering,
  body: writing,
  output: Done.extend({ writing: WritingId }),
  refusals: [...HERE, 'only-note-takers', 'nobody-by-that-id'],
})

export const mendTheWriting = operation({
  ...here,
  method: 'PUT',
  path: '/gatherings/{gathering}/room/written/{writing}',
  summary: 'Mend what was written down',
  params: ofWriting,
  body: writing,
  refusals: [...HERE, 'only-note-takers', 'no-such-writing', 'nobody-by-that-id'],
})

export const takeTheWritingBack = operation({
  ...here,
  method: 'DELETE',
  path: '/gatherings/{gathering}/room/written/{writing}',
  summary: 'Take back what was written down',
  params: ofWriting,
  refusals: [...HERE, 'only-note-takers', 'no-such-writing'],
})

export const announceToAll = operation({
  ...care,
  method: 'POST',
  path: '/gatherings/{gathering}/room/announcements',
  summary: 'Announce something to all',
  params: ofGathering,
  body: z.object({ text: paragraphs(1000) }),
  refusals: CARE,
  limit: SELDOM,
})
