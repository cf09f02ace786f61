/** The chat of everybody. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { line, paragraphs } from '#kernel/text.ts'
import { Who } from '../rules/call.ts'
import { Emoji } from '../rules/chat.ts'
import { CARE, Done, HERE, OFTEN, ofGathering, ofLine, SELDOM } from './params.ts'
import { LineSchema } from './snapshot.ts'

const here = { who: 'in-the-room', output: Done, limit: OFTEN } as const
const care = { who: 'facilitator-of-the-room', output: Done, limit: OFTEN } as const

export const sayInChat = operation({
  ...here,
  method: 'POST',
  path: '/gatherings/{gathering}/room/chat',
  summary: 'Say a line to everybody',
  params: ofGathering,
  body: z.object({
    text: paragraphs(4000),
    reply: z.int().positive().optional(),
    mentions: z.array(Who).max(50).optional(),
  }),
  output: Done.extend({ line: z.int().meta({ description: 'The number of the line' }) }),
  refusals: [...HERE, 'chat-closed', 'chat-slow', 'no-such-line'],
  limit: { count: 120, seconds: 60 },
})

export const readChat = operation({
  method: 'GET',
  path: '/gatherings/{gathering}/room/chat',
  summary: 'A page of older lines, or the lines in which words stand',
  who: 'of-the-room',
  params: ofGathering,
  query: z.object({
    before: z.coerce.number().int().positive().optional(),
    words: line(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    lines: z.array(LineSchema),
    earlier: z.int().meta({ description: 'How many more stand before these' }),
  }),
  refusals: ['not-in-the-room', 'no-such-gathering', 'removed'],
})

export const editALine = operation({
  ...here,
  method: 'PATCH',
  path: '/gatherings/{gathering}/room/chat/{line}',
  summary: "Edit one's own line",
  params: ofLine,
  body: z.object({ text: paragraphs(4000) }),
  refusals: [...HERE, 'no-such-line', 'line-gone', 'not-your-line', 'chat-closed'],
})

export const withdrawALine = operation({
  ...here,
  method: 'DELETE',
  path: '/gatherings/{gathering}/room/chat/{line}',
  summary: "Withdraw one's own line: its words leave the record",
  params: ofLine,
  refusals: [...HERE, 'no-such-line', 'line-gone', 'not-your-line'],
})

export const reactToALine = operation({
  ...here,
  method: 'POST',
  path: '/gatherings/{gathering}/room/chat/{line}/reactions',
  summary: 'React to a line, or take the reaction back',
  params: ofLine,
  body: z.object({ emoji: Emoji }),
  refusals: [...HERE, 'no-such-line', 'line-gone', 'reactions-full'],
})

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
  params: ofGathering,
  body: z.union([
    z.object({ slowSeconds: z.int().min(0).max(3600) }),
    z.object({ closed: z.boolean() }),
  ]),
  refusals: CARE,
  limit: SELDOM,
})
