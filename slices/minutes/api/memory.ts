/** Memory: the place where gatherings, decisions and what was said are found again. */
import { z } from 'zod'
import { InstantSchema } from '#kernel/clock.ts'
import { operation } from '#kernel/operation.ts'

export const KINDS = ['minutes', 'decision', 'chat', 'note', 'thread'] as const

export const readMemory = operation({
  method: 'GET',
  path: '/memory',
  summary: 'Find minutes, decisions, notes, threads and what was said in the chat, newest first',
  who: 'anyone',
  query: z.object({
    words: z.string().max(200).default(''),
    kind: z.enum(KINDS).optional(),
    circle: z.string().max(64).optional(),
    from: z.iso.date().optional(),
    till: z.iso.date().optional(),
    before: z.string().max(200).optional().meta({ description: '`next` of the page before' }),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  }),
  output: z.object({
    found: z.array(
      z.object({
        kind: z.string(),
        title: z.string(),
        circle: z.string().nullable(),
        href: z.string(),
        at: InstantSchema,
        /** Text around the words, which stand between U+0002 and U+0003. */
        piece: z.string(),
      }),
    ),
    next: z.string().nullable(),
  }),
  refusals: [],
})
