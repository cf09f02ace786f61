/** What facilitators do with the chat. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { line } from '#kernel/text.ts'
import { CARE, Done, ofRoom, ofLine, OFTEN, SELDOM } from './params.ts'

const care = { who: 'facilitator-of-the-room', output: Done, limit: OFTEN } as const

export const hideALine = operation({
  ...care,
  method: 'POST',
  path: '/gatherings/{gathering}/room/chat/{line}/hide',
  summary: 'Hide a line, with a reason that all see',
  params: ofLine,
  body: z.object({ reason: line(300) }),
  refusals: [...CARE, 'no-such-line', 'line-gone'],
})

export const showALine = operation({
  ...care,
  method: 'POST',
  path: '/gatherings/{gathering}/room/chat/{line}/show',
  summary: 'Show a hidden line again',
  params: ofLine,
  refusals: [...CARE, 'no-such-line'],
})

export const ruleTheChat = operation({
  ...care,
  method: 'PUT',
  path: '/gatherings/{gathering}/room/chat',
  summary: 'Slow the chat, close it or open it',
  params: ofRoom,
  body: z.union([
    z.object({ slowSeconds: z.int().min(0).max(3600) }),
    z.object({ closed: z.boolean() }),
  ]),
  refusals: CARE,
  limit: SELDOM,
})
