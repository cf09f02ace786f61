/** Threads of a circle: which there are, beginning one, from what. */
import { z } from 'zod'
import { InstantSchema } from '#kernel/clock.ts'
import { operation } from '#kernel/operation.ts'
import { CircleId } from '#slices/circles/api.ts'
import { MailChoice, ofCircle, Quote, SourceGiven, ThreadId, Title, Who, Words } from './shapes.ts'

const Listed = z.object({
  thread: ThreadId,
  title: z.string(),
  by: Who,
  madeAt: InstantSchema,
  lastAt: InstantSchema,
  comments: z.int(),
  unread: z.int().meta({ description: 'To me' }),
  how: z.enum(['follow', 'mute']).nullable(),
  locked: z.boolean(),
  found: z
    .object({ piece: z.string(), href: z.string() })
    .nullable()
    .meta({ description: 'Where the words stand that were sought, between U+0002 and U+0003' }),
})

export const listThreads = operation({
  method: 'GET',
  path: '/circles/{circle}/threads',
  summary: 'The threads of a circle, those in which something was said last first',
  who: 'member-of-circle',
  params: ofCircle,
  query: z.object({
    words: z.string().max(200).default(''),
    which: z.enum(['all', 'unread', 'followed']).default('all'),
    before: z.string().max(120).optional().meta({ description: '`next` of the page before' }),
    limit: z.coerce.number().int().min(1).max(50).default(30),
  }),
  output: z.object({
    circle: z.string(),
    threads: z.array(Listed),
    next: z.string().nullable(),
    mail: MailChoice.nullable().meta({ description: 'What I chose for all threads here' }),
  }),
})

export const beginThread = operation({
  method: 'POST',
  path: '/circles/{circle}/threads',
  summary:
    'Begin a thread, from a note, a gathering, an item or a line of a chat where it is given',
  who: 'member-of-circle',
  params: ofCircle,
  body: z.object({ title: Title, text: Words, from: SourceGiven.nullable().default(null) }),
  output: z.object({ thread: ThreadId }),
  refusals: ['source-not-yours', 'no-such-circle'],
  limit: { count: 30, seconds: 600 },
})

export const readSource = operation({
  method: 'GET',
  path: '/threads/from/{kind}/{id}',
  summary: 'What a thread from here would quote, and the threads that began here',
  who: 'signed-in',
  params: SourceGiven,
  output: z.object({
    source: z
      .object({
        title: z.string(),
        href: z.string(),
        quotes: z.array(Quote),
        circle: CircleId.nullable().meta({ description: 'Where a thread from it goes on' }),
      })
      .nullable()
      .meta({ description: 'Null: I see nothing of it, or cannot begin a thread from it' }),
    threads: z.array(
      z.object({
        thread: ThreadId,
        title: z.string(),
        circle: z.string(),
        part: z.string().nullable().meta({ description: 'The item or line that it began from' }),
        comments: z.int(),
        unread: z.int(),
        lastAt: InstantSchema,
      }),
    ),
  }),
})

export const chooseForCircle = operation({
  method: 'PUT',
  path: '/circles/{circle}/thread-mail',
  summary: 'How I wish mail about all threads of a circle; null: letters about those I follow',
  who: 'member-of-circle',
  params: ofCircle,
  body: z.object({ mail: MailChoice.nullable() }),
})

export const unreadThreads = operation({
  method: 'GET',
  path: '/threads/unread',
  summary: 'The threads with something unread to me: those I follow, new ones, those that name me',
  who: 'signed-in',
  output: z.object({
    threads: z.array(
      z.object({
        thread: ThreadId,
        title: z.string(),
        circle: z.object({ id: CircleId, name: z.string() }),
        unread: z.int(),
        named: z.boolean().meta({ description: 'I am named in what is unread' }),
      }),
    ),
  }),
})
