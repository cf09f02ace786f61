/** The history of a note: its versions, what changed between two, bringing one back. */
import { z } from 'zod'
import { InstantSchema } from '#kernel/clock.ts'
import { operation } from '#kernel/operation.ts'
import { line } from '#kernel/text.ts'
import { CHANGES, LINE_KINDS } from '../rules/lines.ts'
import { NoteAuthor } from './reading.ts'
import { one } from './shapes.ts'

const Place = z.coerce.number().int().min(1).max(1_000_000)
const oneVersion = one.extend({ version: Place })
const Label = line(120)

export const NoteVersion = z
  .object({
    number: z.int(),
    begunAt: InstantSchema.meta({ description: 'When the first of it was written' }),
    at: InstantSchema.meta({ description: 'When the last of it was written' }),
    kind: z.enum(['timed', 'kept', 'before']).meta({
      description: 'By the clock, by name, or kept before something was brought back',
    }),
    label: z.string().nullable(),
    by: z.string().nullable().meta({ description: 'The name of who kept it' }),
    authors: z.array(z.int()).meta({ description: 'The numbers of those who wrote in it' }),
    characters: z.int(),
  })
  .meta({ id: 'NoteVersion' })

export const HistoryAuthor = NoteAuthor.omit({
  characters: true,
  who: true,
  clients: true,
  color: true,
})

export const listVersions = operation({
  method: 'GET',
  path: '/notes/{note}/versions',
  summary: 'The versions of a note, the latest first, 500 at a time',
  who: 'sees-history',
  params: one,
  query: z.object({ before: Place.optional() }),
  output: z.object({
    versions: z.array(NoteVersion),
    more: z.boolean(),
    authors: z.array(HistoryAuthor),
    since: z
      .object({ begunAt: InstantSchema, at: InstantSchema, authors: z.array(z.int()) })
      .nullable()
      .meta({ description: 'What was written since the last version; null when nothing was' }),
    may: z.object({ restore: z.boolean(), keep: z.boolean() }),
  }),
})

export const ComparedLine = z.object({
  kind: z.enum(LINE_KINDS),
  depth: z.int(),
  change: z.enum(CHANGES),
  runs: z.array(
    z.object({
      text: z.string(),
      by: z.int().nullable(),
      change: z.enum(['same', 'added', 'removed']),
    }),
  ),
})

export const compareVersions = operation({
  method: 'GET',
  path: '/notes/{note}/versions/{version}/changes',
  summary: 'A version of a note with what was put in and taken out since another',
  who: 'sees-history',
  params: one.extend({
    version: z.union([Place, z.literal('now')]).meta({ description: 'A version, or `now`' }),
  }),
  query: z.object({
    since: z.coerce.number().int().min(0).max(1_000_000).optional().meta({
      description: 'The version to compare with; 0: an empty note; left out: the one before',
    }),
  }),
  output: z.object({
    since: z.int(),
    lines: z.array(ComparedLine),
    added: z.int().meta({ description: 'Characters that were put in' }),
    removed: z.int(),
    authors: z.array(HistoryAuthor),
  }),
  limit: { count: 120, seconds: 60 },
})

export const keepVersion = operation({
  method: 'POST',
  path: '/notes/{note}/versions',
  summary: 'Keep what stands as a version with a name',
  who: 'writes-note',
  params: one,
  body: z.object({ label: Label }),
  output: z.object({ version: z.int() }),
  refusals: ['nothing-written'],
  limit: { count: 60, seconds: 3600 },
})

export const nameVersion = operation({
  method: 'PUT',
  path: '/notes/{note}/versions/{version}/name',
  summary: 'Give an older version a name',
  who: 'writes-note',
  params: oneVersion,
  body: z.object({ label: Label }),
  refusals: ['not-found'],
  limit: { count: 120, seconds: 3600 },
})

export const restoreVersion = operation({
  method: 'POST',
  path: '/notes/{note}/versions/{version}/restore',
  summary: 'Bring an older version back, as a change forward; answers what stood before',
  who: 'writes-note',
  params: oneVersion,
  output: z.object({
    before: z
      .int()
      .nullable()
      .meta({ description: 'Bring this back to undo; null: nothing changed' }),
  }),
  refusals: ['not-found', 'note-full'],
  limit: { count: 30, seconds: 3600 },
})
