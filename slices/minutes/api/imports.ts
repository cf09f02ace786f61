/** Importing a saved chat: first a preview, then for good. */
import { z } from 'zod'
import { InstantSchema } from '#kernel/clock.ts'
import { operation } from '#kernel/operation.ts'

export const MOST_UPLOADED = 5 * 1024 * 1024
const FORM = 'multipart/form-data'

const Unread = z.object({ line: z.int(), text: z.string() })
const Fates = z.object({
  message: z.int(),
  continuation: z.int(),
  blank: z.int(),
  clear: z.int(),
  system: z.int(),
  unread: z.int(),
})

/** What an import answers: numbers, and the lines that could not be read. */
export const Imported = z.object({
  gathering: z.string(),
  minutes: z.string(),
  lines: z.int().meta({ description: 'Physical lines of the file' }),
  messages: z.int(),
  people: z.int().meta({ description: 'Different names' }),
  links: z.int().meta({ description: 'Different links' }),
  unread: z.array(Unread).meta({ description: 'Lines that could not be read, at most 1000' }),
  fates: Fates.meta({ description: 'What became of every line' }),
  again: z.boolean().meta({ description: 'The same file was imported before; nothing changed' }),
})
export type Imported = z.infer<typeof Imported>

export const Preview = z.object({
  grammar: z.enum(['2.2', '3.0']),
  lines: z.int(),
  messages: z.int(),
  fates: Fates,
  people: z.array(z.string()),
  unread: z.array(Unread),
  first: z.array(z.object({ at: InstantSchema, name: z.string(), text: z.string() })),
  from: InstantSchema.nullable(),
  till: InstantSchema.nullable(),
  items: z.array(
    z.object({ at: z.string().nullable(), title: z.string(), owners: z.array(z.string()) }),
  ),
  /** Minutes that this very file has become before. */
  known: z.string().nullable(),
})

const REFUSALS = ['too-large', 'not-utf8', 'order-unread', 'not-a-chat']

export const previewImport = operation({
  method: 'POST',
  path: '/imports/chat/preview',
  summary: 'See what a saved chat would become; a form with chat, date, zone and order',
  who: 'may-import',
  consumes: FORM,
  maxBody: MOST_UPLOADED,
  limit: { count: 30, seconds: 60 },
  output: Preview,
  refusals: REFUSALS,
})

export const askImport = operation({
  method: 'POST',
  path: '/imports/chat',
  summary: 'Make a past gathering of a saved chat; a form with chat, title, date, zone and order',
  who: 'may-import',
  consumes: FORM,
  maxBody: MOST_UPLOADED,
  limit: { count: 10, seconds: 60 },
  output: Imported,
  refusals: REFUSALS,
})
