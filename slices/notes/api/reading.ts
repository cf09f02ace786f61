/** Reading a note, and writing in it where there is no socket. */
import { z } from 'zod'
import { InstantSchema } from '#kernel/clock.ts'
import { operation } from '#kernel/operation.ts'
import { UPDATE_BYTES } from '../rules/limits.ts'
import { RIGHTS } from '../rules/rights.ts'
import { NoteId, one } from './shapes.ts'

const InList = z
  .object({ key: z.string(), kind: z.enum(['bullet', 'ordered', 'tasks']), start: z.int() })
  .meta({ id: 'NoteList', description: 'The list in which an entry stands' })

export const NotePiece = z
  .object({ key: z.string(), html: z.string(), list: InList.optional() })
  .meta({ id: 'NotePiece', description: 'A block of a note, or an entry of a list, as safe HTML' })

/** What goes round on `note:<id>`, at most once a second, in `pass`. */
export const NoteNews = z.object({
  number: z.int(),
  since: z.string(),
  gone: z.array(z.string()),
  put: z.array(NotePiece.extend({ after: z.string().nullish() })),
  updatedAt: InstantSchema,
})

/** Who writes at this moment, in `pass` on `note:<id>` when it changes and in what is read. */
export const NoteWriter = z.object({
  who: z.string(),
  name: z.string(),
  number: z.int().meta({ description: 'The number of this author in this note: their colour' }),
})

export const NoteAuthor = z.object({
  number: z.int(),
  who: z.string().nullable().meta({
    description: 'A person or guest; null for the hall, for who was erased or only imported',
  }),
  name: z.string().nullable(),
  kind: z.enum(['member', 'hall', 'imported', 'former']),
  color: z
    .string()
    .nullable()
    .meta({ description: 'As `#rrggbb`, the colour they had where they were imported from' }),
  clients: z.array(z.int()).meta({ description: 'The Yjs clients that write for them' }),
  characters: z.int().meta({ description: 'Characters of theirs that stand in the note' }),
})

export const readNoteText = operation({
  method: 'GET',
  path: '/notes/{note}/text',
  summary: 'Read a note: its text in blocks, who writes, on demand who wrote what',
  who: 'reads-note',
  params: one,
  query: z.object({
    authors: z.enum(['0', '1']).default('0').meta({ description: '1: with who wrote what' }),
  }),
  output: z.object({
    id: NoteId,
    title: z.string(),
    state: z.enum(['open', 'locked', 'approved']),
    right: z.enum(RIGHTS),
    who: z.string().nullable().meta({ description: 'As whom you would write here' }),
    comments: z.boolean().meta({ description: 'Whether you see what is said about it' }),
    number: z.int().meta({ description: 'Of the news that this holds already' }),
    stamp: z.string().meta({ description: 'What `since` of the next news may say instead' }),
    pieces: z.array(NotePiece),
    writers: z.array(NoteWriter),
    authors: z.array(NoteAuthor).nullable(),
    updatedAt: InstantSchema.nullable(),
  }),
})

const Base64 = z.base64()

export const pushToNote = operation({
  method: 'POST',
  path: '/notes/{note}/updates',
  summary: 'Write in a note where sockets are closed: give what is new, get what is missing',
  who: 'writes-note',
  params: one,
  body: z.object({
    vector: Base64.meta({ description: 'Your Yjs state vector, after the update' }),
    update: Base64.nullable().meta({ description: 'A Yjs update (v1); null to ask only' }),
  }),
  output: z.object({
    update: Base64.meta({ description: 'What you do not have yet, as a Yjs update (v1)' }),
    vector: Base64.meta({ description: 'What is stored: all of it is saved' }),
    hash: z
      .string()
      .meta({ description: 'Of the whole note, for hashOf when your vector is this' }),
    number: z.int().meta({ description: 'Your number as an author of this note' }),
  }),
  refusals: [
    'note-locked',
    'note-approved',
    'note-full',
    'update-too-large',
    'update-not-understood',
    'name-of-another',
  ],
  maxBody: Math.ceil(UPDATE_BYTES * 1.5),
  limit: { count: 120, seconds: 60 },
})
