/** What goes into the worker of an import, and what comes out. */
import { z } from 'zod'
import { FATES } from '../rules/chat-file.ts'

const Placed = z.object({ date: z.string(), zone: z.string() })

export const Wish = z.object({
  url: z.string(),
  bytes: z.instanceof(Uint8Array),
  name: z.string(),
  title: z.string(),
  placed: Placed,
  order: z.string(),
  by: z.templateLiteral(['per_', z.string()]).nullable(),
  now: z.string(),
})

export const Look = z.object({ bytes: z.instanceof(Uint8Array), placed: Placed, order: z.string() })

const Unread = z.array(z.object({ line: z.number(), text: z.string() }))

const Fates = z.record(z.enum(FATES), z.number())

export const Answered = z.object({
  gathering: z.string(),
  minutes: z.string(),
  lines: z.number(),
  messages: z.number(),
  people: z.number(),
  links: z.number(),
  unread: Unread,
  fates: Fates,
  again: z.boolean(),
})

export const Previewed = z.object({
  grammar: z.enum(['2.2', '3.0']),
  lines: z.number(),
  messages: z.number(),
  fates: Fates,
  people: z.array(z.string()),
  unread: Unread,
  first: z.array(z.object({ at: z.string(), name: z.string(), text: z.string() })),
  from: z.string().nullable(),
  till: z.string().nullable(),
  items: z.array(
    z.object({ at: z.string().nullable(), title: z.string(), owners: z.array(z.string()) }),
  ),
})
