/** The chat of everybody. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { line, paragraphs } from '#kernel/text.ts'
import { Who } from '../rules/call.ts'
import { LineSchema } from './chat-shapes.ts'
import { Done, HERE, ofRoom, OFTEN } from './params.ts'

const here = { who: 'in-the-room', output: Done, limit: OFTEN } as const

export const sayInChat = operation({
  ...here,
  method: 'POST',
  path: '/gatherings/{gathering}/room/chat',
  summary: 'Say a line to everybody',
  params: ofRoom,
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
  params: ofRoom,
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
