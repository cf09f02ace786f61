/** Quick polls. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { line } from '#kernel/text.ts'
import { AnswerSchema } from '../rules/polls.ts'
import { POLL_KINDS } from '../rules/state.ts'
import { CARE, Done, HERE, ofGathering, ofPoll, OFTEN, PollId, SELDOM } from './params.ts'

export const openAPoll = operation({
  method: 'POST',
  path: '/gatherings/{gathering}/room/polls',
  summary: 'Open a quick poll',
  who: 'facilitator-of-the-room',
  params: ofGathering,
  body: z.object({
    question: line(300),
    kind: z.enum(POLL_KINDS),
    options: z.array(line(200)).max(20).default([]),
    anonymous: z.boolean().default(false),
    results: z.enum(['live', 'close']).default('live'),
  }),
  output: Done.extend({ poll: PollId }),
  refusals: [...CARE, 'too-few-options', 'too-many-polls'],
  limit: SELDOM,
})

export const answerAPoll = operation({
  method: 'PUT',
  path: '/gatherings/{gathering}/room/polls/{poll}/answer',
  summary: 'Answer a poll; a named answer may be changed until the close',
  who: 'in-the-room',
  params: ofPoll,
  body: z.object({ answer: AnswerSchema }),
  output: Done,
  refusals: [...HERE, 'no-such-poll', 'poll-closed', 'already-answered', 'answer-does-not-fit'],
  limit: OFTEN,
})

export const closeAPoll = operation({
  method: 'POST',
  path: '/gatherings/{gathering}/room/polls/{poll}/close',
  summary: 'Close a poll and show its results',
  who: 'in-the-room',
  params: ofPoll,
  output: Done,
  refusals: [...HERE, 'only-facilitators', 'no-such-poll'],
  limit: OFTEN,
})
