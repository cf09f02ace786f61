/** One's own lines, and reactions. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { paragraphs } from '#kernel/text.ts'
import { Emoji } from '../rules/chat.ts'
import { Done, HERE, ofLine, OFTEN } from './params.ts'

const here = { who: 'in-the-room', output: Done, limit: OFTEN } as const

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
