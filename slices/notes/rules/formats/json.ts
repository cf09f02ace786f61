/**
 * Our own format, `moothall-note` version 1: all of a note, with who wrote what.
 * `{ format, version, title, authors: [{ name, color }], doc, chat, saved, pictures }`; runs of text
 * and leaves carry `by`, a place in `authors`; pictures are base64. `comments` stand there when they
 * were asked for: `{ quote, instead, by, said: [{ name, at, text }] }`; they are not brought in.
 */
import { z } from 'zod'
import { refuse, type Refusal } from '#kernel/change.ts'
import { InstantSchema } from '#kernel/clock.ts'
import { authored, type AuthoredNote, leave, type Left } from './authored.ts'
import { fit } from './fit.ts'
import { colorOf } from './etherpad/palette.ts'
import { partsFrom } from './unknown.ts'
import { nameLine } from './tidy.ts'

export const FORMAT = 'moothall-note'
const MOST_AUTHORS = 10_000

const Head = z.object({ format: z.literal(FORMAT), version: z.literal(1) })
const File = z.object({
  title: z.string().catch(''),
  authors: z
    .array(z.object({ name: z.string(), color: z.string().nullable().catch(null) }))
    .max(MOST_AUTHORS)
    .catch([]),
  chat: z.array(z.object({ name: z.string(), at: InstantSchema, text: z.string() })).catch([]),
  saved: z
    .array(
      z.object({
        at: InstantSchema,
        label: z.string().catch(''),
        by: z.int().nullable().catch(null),
        doc: z.unknown(),
      }),
    )
    .max(500)
    .catch([]),
  pictures: z
    .array(z.object({ file: z.string().max(200), name: z.string().max(200), bytes: z.base64() }))
    .max(500)
    .catch([]),
  comments: z.array(z.unknown()).catch([]),
  doc: z.unknown(),
})

/** Whether this is a file of our own. */
export function isOwn(json: unknown): boolean {
  return Head.safeParse(json).success
}

export function readJson(json: unknown): AuthoredNote | Refusal {
  const read = isOwn(json) ? File.safeParse(json) : null
  if (!read?.success) return refuse('not-a-note-file')
  const { title, authors, chat, saved, pictures, comments, doc } = read.data
  const left: Left = {}
  leave(left, 'comments', comments.length)
  const fitted = fit(partsFrom(doc, authors.length), left)
  if ('refused' in fitted) return fitted
  return authored(fitted.doc, {
    left,
    title: nameLine(title, 200) ?? '',
    authors: authors.map(({ name, color }) => ({
      name: nameLine(name) ?? '',
      color: colorOf(color),
    })),
    chat: chat.map(({ name, ...said }) => ({ ...said, name: nameLine(name) ?? '' })),
    saved: saved.flatMap(({ doc: state, label, ...about }) => {
      const then = fit(partsFrom(state, authors.length))
      return 'refused' in then ? [] : [{ ...about, label: nameLine(label) ?? '', doc: then.doc }]
    }),
    pictures: pictures.map(({ bytes, ...about }) => ({
      ...about,
      bytes: new Uint8Array(Buffer.from(bytes, 'base64')),
    })),
  })
}

export function writeJson(note: AuthoredNote): string {
  const { title, authors, doc, chat, saved, pictures, comments } = note
  const files = pictures.map(({ bytes, ...about }) => ({
    ...about,
    bytes: Buffer.from(bytes).toString('base64'),
  }))
  const said = comments.length > 0 ? { comments } : {}
  const text = { title, authors, doc, chat, saved, ...said, pictures: files }
  const file = { format: FORMAT, version: 1, ...text }
  return `${JSON.stringify(file, null, 2)}\n`
}
