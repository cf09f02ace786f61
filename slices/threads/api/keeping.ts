/** Keeping a thread: its title, hiding, locking, splitting, merging. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { line } from '#kernel/text.ts'
import { CommentId, ofComment, ofThread, ThreadId, Title } from './shapes.ts'

const Why = line(300)
const MOST_CHOSEN = 500

export const renameThread = operation({
  method: 'PUT',
  path: '/threads/{thread}/title',
  summary: 'Give a thread another title',
  who: 'reads-thread',
  params: ofThread,
  body: z.object({ title: Title }),
  refusals: ['thread-not-yours', 'thread-locked', 'thread-merged'],
})

export const hideSaid = operation({
  method: 'PUT',
  path: '/threads/{thread}/comments/{comment}/hidden',
  summary: 'Hide a comment and say why, or show it again',
  who: 'keeps-thread',
  params: ofComment,
  body: z.object({ why: Why.nullable().meta({ description: 'Null: show it again' }) }),
  refusals: ['not-found'],
})

export const lockThread = operation({
  method: 'PUT',
  path: '/threads/{thread}/lock',
  summary: 'Lock a thread and say why, or open it again',
  who: 'keeps-thread',
  params: ofThread,
  body: z.object({ why: Why.nullable().meta({ description: 'Null: open it again' }) }),
  refusals: ['thread-merged'],
})

export const splitThread = operation({
  method: 'POST',
  path: '/threads/{thread}/split',
  summary: 'Take comments, and those that answer them, to a new thread',
  who: 'keeps-thread',
  params: ofThread,
  body: z.object({
    title: Title,
    comments: z.array(CommentId).min(1).max(MOST_CHOSEN),
    answers: z
      .boolean()
      .default(true)
      .meta({ description: 'Those that answer them go along, and those that answer these' }),
  }),
  output: z.object({ thread: ThreadId }),
  refusals: ['nothing-goes', 'nothing-stays', 'thread-merged'],
})

export const mergeThread = operation({
  method: 'POST',
  path: '/threads/{thread}/merge',
  summary:
    'Take all of a thread to the end of another of its circle, to which it leads from then on',
  who: 'keeps-thread',
  params: ofThread,
  body: z.object({ into: ThreadId }),
  refusals: ['not-found', 'merged-into-itself', 'other-circle', 'thread-merged'],
})
