/** One thread: what it is, its line of time, what I have read of it, the whole as a file. */
import { z } from 'zod'
import { InstantSchema } from '#kernel/clock.ts'
import { operation } from '#kernel/operation.ts'
import { CircleId } from '#slices/circles/api.ts'
import {
  CommentId,
  CommentShown,
  How,
  MailChoice,
  ofComment,
  ofThread,
  Quote,
  ThreadId,
  Who,
} from './shapes.ts'

export const readThread = operation({
  method: 'GET',
  path: '/threads/{thread}',
  summary: 'A thread: its title, where it began, where it stands, and where I stand in it',
  who: 'reads-thread',
  params: ofThread,
  output: z.object({
    id: ThreadId,
    title: z.string(),
    circle: z.object({ id: CircleId, name: z.string() }),
    by: Who,
    madeAt: InstantSchema,
    source: z.object({ title: z.string(), href: z.string(), quotes: z.array(Quote) }).nullable(),
    splitFrom: z.object({ id: ThreadId, title: z.string() }).nullable(),
    mergedInto: ThreadId.nullable(),
    locked: z.object({ at: InstantSchema, by: z.string().nullable(), why: z.string() }).nullable(),
    standing: z
      .object({
        number: z.int(),
        text: z.string(),
        by: Who,
        at: InstantSchema,
      })
      .nullable(),
    comments: z.int(),
    marked: z.array(
      z.object({ comment: CommentId, as: z.enum(['decision', 'summary']), words: z.string() }),
    ),
    mine: z.object({
      upTo: z.int().meta({ description: 'I have read up to this number' }),
      unread: z.int(),
      first: z.int().nullable().meta({ description: 'The number of the first unread comment' }),
      how: How.nullable(),
      mail: MailChoice.nullable(),
      circleMail: MailChoice.nullable(),
    }),
    may: z.object({ say: z.boolean(), rename: z.boolean(), keep: z.boolean() }),
    seq: z.int().meta({ description: 'The number of the last entry of thread:{id}' }),
  }),
})

const Happened = z.object({
  number: z.int(),
  kind: z.enum([
    'thread.renamed',
    'thread.summed',
    'thread.locked',
    'thread.unlocked',
    'thread.split',
    'thread.came-from',
    'thread.merged',
    'thread.proposed',
    'thread.decided',
    'thread.polled',
    'thread.poll-ended',
  ]),
  at: InstantSchema,
  by: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
})

export const readLine = operation({
  method: 'GET',
  path: '/threads/{thread}/line',
  summary: 'A page of its line of time: from what I have not read, from a number, or before one',
  who: 'reads-thread',
  params: ofThread,
  query: z.object({
    from: z.coerce.number().int().min(0).optional(),
    before: z.coerce.number().int().min(1).optional(),
    around: CommentId.optional().meta({ description: 'The page begins just before this comment' }),
    end: z.literal('1').optional().meta({ description: 'The last page' }),
  }),
  output: z.object({
    comments: z.array(CommentShown),
    happened: z.array(Happened),
    earlier: z.boolean(),
    later: z.boolean(),
  }),
  refusals: ['not-found'],
})

export const markThreadRead = operation({
  method: 'PUT',
  path: '/threads/{thread}/read',
  summary: 'I have read up to a number; it never goes back, and holds on all my devices',
  who: 'reads-thread',
  params: ofThread,
  body: z.object({ upTo: z.int().min(0) }),
  output: z.object({ upTo: z.int() }),
})

export const chooseForThread = operation({
  method: 'PUT',
  path: '/threads/{thread}/following',
  summary: 'Follow or mute a thread, and how I wish mail about it; null: as in its circle',
  who: 'reads-thread',
  params: ofThread,
  body: z.object({ how: How.nullable(), mail: MailChoice.nullable() }),
})

export const listVersions = operation({
  method: 'GET',
  path: '/threads/{thread}/comments/{comment}/versions',
  summary: 'What a comment said before it was changed, the oldest first',
  who: 'reads-thread',
  params: ofComment,
  output: z.object({ versions: z.array(z.object({ text: z.string(), at: InstantSchema })) }),
  refusals: ['not-found', 'comment-gone'],
})

export const listStandings = operation({
  method: 'GET',
  path: '/threads/{thread}/standings',
  summary: 'Where the thread stood, in words, the newest first',
  who: 'reads-thread',
  params: ofThread,
  output: z.object({
    standings: z.array(z.object({ number: z.int(), text: z.string(), by: Who, at: InstantSchema })),
  }),
})

export const exportThread = operation({
  method: 'GET',
  path: '/threads/{thread}/export/{format}',
  summary: 'The whole thread as Markdown or JSON',
  who: 'reads-thread',
  params: ofThread.extend({ format: z.enum(['md', 'json']) }),
  produces: 'text/markdown',
  limit: { count: 30, seconds: 60 },
})
