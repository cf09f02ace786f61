/** What operations on threads have in common. */
import { z } from 'zod'
import { InstantSchema } from '#kernel/clock.ts'
import { idOf } from '#kernel/ids.ts'
import { line, paragraphs } from '#kernel/text.ts'
import { CircleId } from '#slices/circles/api.ts'
import { HOWS, MAILS } from '../rules/notices.ts'
import { COMMENT_LENGTH, MARKS, TITLE_LENGTH } from '../rules/thread.ts'

export const ThreadId = idOf('thr', 'a thread')
export const CommentId = idOf('com', 'a comment in a thread')
export const ofCircle = z.object({ circle: CircleId })
export const ofThread = z.object({ thread: ThreadId })
export const ofComment = z.object({ thread: ThreadId, comment: CommentId })

export const Title = line(TITLE_LENGTH)
export const Words = paragraphs(COMMENT_LENGTH)
export const MailChoice = z.enum(MAILS)
export const How = z.enum(HOWS)

export const SourceGiven = z
  .object({
    kind: z.string().regex(/^[a-z]{1,20}$/),
    id: z
      .string()
      .max(120)
      .regex(/^[a-z]{3}_[\w.]+$/),
  })
  .meta({
    id: 'ThreadSource',
    description: 'A note, a gathering, an item (`gth_….itm_…`) or a line of its chat (`gth_….12`)',
  })

export const Quote = z.object({
  who: z.string().nullable().meta({ description: 'Who said it, by name' }),
  text: z.string(),
  at: InstantSchema.nullable(),
  href: z.string().nullable(),
})

export const Who = z.object({
  id: z.string(),
  name: z.string(),
  former: z.boolean().meta({ description: 'They were erased' }),
})

export const CommentShown = z
  .object({
    id: CommentId,
    number: z.int().meta({ description: 'Its place in the line of time' }),
    who: Who,
    text: z.string().nullable().meta({ description: 'Null: taken back or hidden' }),
    mentions: z.array(z.object({ id: z.string(), name: z.string() })),
    answers: z
      .object({
        id: CommentId,
        thread: ThreadId,
        who: Who,
        words: z.string().nullable(),
      })
      .nullable(),
    madeAt: InstantSchema,
    changedAt: InstantSchema.nullable(),
    takenAt: InstantSchema.nullable(),
    hidden: z.object({ by: z.string().nullable(), why: z.string() }).nullable(),
    mark: z.object({ as: z.enum(MARKS), by: z.string().nullable() }).nullable(),
    reactions: z.array(
      z.object({ emoji: z.string(), names: z.array(z.string()), mine: z.boolean() }),
    ),
    files: z.array(z.object({ name: z.string(), sha256: z.string(), size: z.int() })),
  })
  .meta({ id: 'ThreadComment' })
