/** Saying something in a thread, and what one does with what was said. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { paragraphs } from '#kernel/text.ts'
import { MARKS, STANDING_LENGTH } from '../rules/thread.ts'
import { CommentId, ofComment, ofThread, Words } from './shapes.ts'

const SAID = ['thread-locked', 'thread-merged', 'not-found']

export const sayInThread = operation({
  method: 'POST',
  path: '/threads/{thread}/comments',
  summary: 'Say something; `@` and the whole name of a member names them',
  who: 'reads-thread',
  params: ofThread,
  body: z.object({ text: Words, answers: CommentId.nullable().default(null) }),
  output: z.object({ comment: CommentId, number: z.int() }),
  refusals: [...SAID, 'comment-gone'],
  limit: { count: 120, seconds: 600 },
})

export const changeSaid = operation({
  method: 'PUT',
  path: '/threads/{thread}/comments/{comment}/text',
  summary: 'Change what I said; what it was before stays to be read',
  who: 'reads-thread',
  params: ofComment,
  body: z.object({ text: Words }),
  refusals: [...SAID, 'comment-not-yours', 'comment-gone'],
})

export const takeSaidBack = operation({
  method: 'DELETE',
  path: '/threads/{thread}/comments/{comment}',
  summary: 'Take back what I said',
  who: 'reads-thread',
  params: ofComment,
  refusals: ['not-found', 'comment-not-yours'],
})

export const reactToSaid = operation({
  method: 'PUT',
  path: '/threads/{thread}/comments/{comment}/reactions',
  summary: 'React to a comment with one emoji, or take that back',
  who: 'reads-thread',
  params: ofComment,
  body: z.object({
    emoji: z
      .string()
      .max(32)
      .regex(/^\p{RGI_Emoji}$/v, { error: 'is not one emoji' }),
    on: z.boolean(),
  }),
  refusals: ['not-found', 'comment-gone'],
})

export const markSaid = operation({
  method: 'PUT',
  path: '/threads/{thread}/comments/{comment}/mark',
  summary: 'Mark a comment as a decision or a summary, or as neither',
  who: 'reads-thread',
  params: ofComment,
  body: z.object({ as: z.enum(MARKS).nullable() }),
  refusals: [...SAID, 'comment-gone'],
})

export const wordThreadStanding = operation({
  method: 'PUT',
  path: '/threads/{thread}/standing',
  summary: 'Say in words where the thread stands now',
  who: 'reads-thread',
  params: ofThread,
  body: z.object({
    text: paragraphs(STANDING_LENGTH),
    seen: z
      .int()
      .nullable()
      .default(null)
      .meta({ description: 'The number of the words that I had before me; null: there were none' }),
  }),
  output: z.object({ number: z.int() }),
  refusals: [...SAID, 'standing-changed'],
})
