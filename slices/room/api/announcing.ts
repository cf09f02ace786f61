/** Announcements. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { paragraphs } from '#kernel/text.ts'
import { CARE, Done, ofGathering, OFTEN, SELDOM } from './params.ts'

const care = { who: 'facilitator-of-the-room', output: Done, limit: OFTEN } as const

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
