/** Private talks: between two, or of one with the facilitators. Never in the minutes. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { paragraphs } from '#kernel/text.ts'
import { Who } from '../rules/call.ts'
import { Done, HERE, LineNumber, OFTEN, ofGathering, ofPerson, ofTalk, TalkId } from './params.ts'

export const Talk = z.object({
  id: TalkId,
  kind: z.enum(['two', 'care']),
  /** With whom: the other of two; in a talk with the facilitators, whose it is. */
  with: Who,
  seq: z.int().meta({ description: 'The number of its last entry: subscribe to talk:<id>' }),
  blocked: z.boolean().meta({ description: 'One of the two has blocked the other' }),
})
export type Talk = z.infer<typeof Talk>

export const listMyTalks = operation({
  method: 'GET',
  path: '/gatherings/{gathering}/room/talks',
  summary: 'My private talks in this gathering',
  who: 'of-the-room',
  params: ofGathering,
  output: z.object({ talks: z.array(Talk), blocked: z.array(Who) }),
  refusals: ['not-in-the-room', 'no-such-gathering', 'removed'],
})

export const openATalk = operation({
  method: 'POST',
  path: '/gatherings/{gathering}/room/talks',
  summary: 'Open a private talk with somebody, or (null) with the facilitators',
  who: 'in-the-room',
  params: ofGathering,
  body: z.object({ with: Who.nullable() }),
  output: z.object({ talk: Talk }),
  refusals: [...HERE, 'private-off', 'blocked', 'nobody-by-that-id'],
  limit: OFTEN,
})

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
