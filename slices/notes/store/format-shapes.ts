/** What goes between the hall and the worker that reads and writes files of notes. */
import { z } from 'zod'
import { InstantSchema } from '#kernel/clock.ts'
import { FORMATS_IN, type Left, LOSSES, type Part } from '../rules/formats/authored.ts'

/** Parts are made by our own rules on both sides; they are not read again here. */
const Parts = z.custom<Part>((given) => typeof given === 'object' && given !== null)
const Bytes = z.custom<Uint8Array>((given) => given instanceof Uint8Array)
export const Losses: z.ZodType<Left> = z.partialRecord(z.enum(LOSSES), z.int())

export const Note = z.object({
  title: z.string(),
  authors: z.array(z.object({ name: z.string(), color: z.string().nullable() })),
  doc: Parts,
  pictures: z.array(z.object({ file: z.string(), name: z.string(), bytes: Bytes })),
  chat: z.array(z.object({ name: z.string(), at: InstantSchema, text: z.string() })),
  saved: z.array(
    z.object({
      at: InstantSchema,
      label: z.string(),
      by: z.int().nullable(),
      doc: Parts,
    }),
  ),
  comments: z.array(
    z.object({
      quote: z.string(),
      instead: z.string().nullable(),
      by: z.string(),
      said: z.array(z.object({ name: z.string(), at: InstantSchema, text: z.string() })),
    }),
  ),
  left: Losses,
})

export const Reading = z.object({ bytes: Bytes, name: z.string() })
export const ReadAnswer = z.object({ format: z.enum(FORMATS_IN), note: Note })

export const Writing = z.object({
  note: Note,
  format: z.enum(['md', 'html', 'docx', 'etherpad', 'json']),
  speaking: z.object({
    locale: z.string(),
    by: z.string(),
    comments: z.string(),
    unknown: z.string(),
    now: InstantSchema,
    id: z.string(),
  }),
})
export const WriteAnswer = z.object({ bytes: Bytes, extension: z.string(), left: Losses })

export const Planting = z.object({
  states: z.array(Parts),
  authors: z.int(),
  clients: z.array(z.int()),
})
export const PlantAnswer = z.array(z.array(z.object({ client: z.int(), update: Bytes })))
