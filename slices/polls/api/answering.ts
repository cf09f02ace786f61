/** Answering a poll. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { optionalParagraphs } from '#kernel/text.ts'
import { ANSWER_LENGTH, MOST_SLOTS } from '../rules/poll.ts'
import { Marked, ofPoll, Stance } from './shapes.ts'

const REFUSED = ['poll-over', 'poll-withdrawn', 'answers-not-yours']

export const answerPoll = operation({
  method: 'PUT',
  path: '/polls/{poll}/answer',
  summary: 'Give my answer, in the place of the one before',
  who: 'reads-poll',
  params: ofPoll,
  body: z.object({
    stance: Stance.nullable()
      .default(null)
      .meta({ description: 'Of a sense check: how the statement sounds' }),
    text: optionalParagraphs(ANSWER_LENGTH).default(''),
    marks: z
      .array(Marked)
      .max(MOST_SLOTS)
      .default([])
      .meta({ description: 'Of a time poll: the times that I say something about' }),
  }),
  refusals: [...REFUSED, 'answer-missing', 'answer-too-long', 'time-unknown'],
})

export const takeAnswerBack = operation({
  method: 'DELETE',
  path: '/polls/{poll}/answer',
  summary: 'Take my answer back',
  who: 'reads-poll',
  params: ofPoll,
  refusals: REFUSED,
})
