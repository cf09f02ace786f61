/** Lines of private talks, and who wants none. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { paragraphs } from '#kernel/text.ts'
import { Done, HERE, LineNumber, ofPerson, ofTalk, OFTEN } from './params.ts'

export const sayInTalk = operation({
  method: 'POST',
  path: '/gatherings/{gathering}/room/talks/{talk}',
  summary: 'Say a line in a private talk',
  who: 'in-the-room',
  params: ofTalk,
  body: z.object({ text: paragraphs(4000) }),
  output: Done,
  refusals: [...HERE, 'private-off', 'blocked', 'no-such-talk'],
  limit: { count: 120, seconds: 60 },
})

export const withdrawInTalk = operation({
  method: 'DELETE',
  path: '/gatherings/{gathering}/room/talks/{talk}/{line}',
  summary: "Withdraw one's own line of a private talk",
  who: 'in-the-room',
  params: ofTalk.extend({ line: LineNumber }),
  output: Done,
  refusals: ['no-such-talk', 'no-such-line', 'not-your-line'],
  limit: OFTEN,
})

export const blockSomebody = operation({
  method: 'POST',
  path: '/gatherings/{gathering}/room/people/{who}/block',
  summary: 'Block private talk with somebody, or take that back',
  who: 'in-the-room',
  params: ofPerson,
  body: z.object({ blocked: z.boolean() }),
  refusals: [...HERE, 'nobody-by-that-id'],
  limit: OFTEN,
})
