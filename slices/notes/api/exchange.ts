/** Notes as files: taking one along, bringing one in. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { FORMATS_IN, LOSSES } from '../rules/formats/authored.ts'
import { NoteId, one } from './shapes.ts'

export const FORMATS_OUT = ['md', 'html', 'docx', 'etherpad', 'json'] as const
export type FormatOut = (typeof FORMATS_OUT)[number]
export const MOST_IMPORTED = 25 * 1024 * 1024
const FORM = 'multipart/form-data'

export const Lost = z.array(
  z.object({
    what: z.enum(LOSSES),
    count: z.int(),
    words: z.string().meta({ description: 'The same as a sentence' }),
  }),
)

const Comments = z.enum(['0', '1']).default('0').meta({
  description: '1: with the comments that are open (JSON and HTML), for who sees them',
})

export const exportNote = operation({
  method: 'GET',
  path: '/notes/{note}/files/{format}',
  summary: 'Take a note along as a file; Markdown with pictures comes as a zip',
  who: 'reads-note',
  params: one.extend({ format: z.enum(FORMATS_OUT) }),
  query: z.object({
    version: z.coerce.number().int().min(1).max(1_000_000).optional().meta({
      description: 'An older version; left out: as it stands now',
    }),
    comments: Comments,
  }),
  produces: 'application/octet-stream',
  refusals: ['not-found', 'only-reads'],
  limit: { count: 30, seconds: 60 },
})

export const exportLosses = operation({
  method: 'GET',
  path: '/notes/{note}/files/{format}/losses',
  summary: 'What a note would leave behind in a format',
  who: 'reads-note',
  params: one.extend({ format: z.enum(FORMATS_OUT) }),
  query: z.object({ comments: Comments }),
  output: z.object({ left: Lost }),
  refusals: ['not-found', 'only-reads'],
  limit: { count: 30, seconds: 60 },
})

export const ImportedNote = z.object({
  note: NoteId,
  format: z.enum(FORMATS_IN),
  title: z.string(),
  characters: z.int(),
  authors: z.array(z.string()).meta({ description: 'Names of the authors in the file' }),
  versions: z.int().meta({ description: 'Saved states of the file that became versions' }),
  pictures: z.int(),
  chat: z.int().meta({ description: 'Lines of chat that went into the chat of the gathering' }),
  left: Lost.meta({ description: 'What could not come along' }),
})
export type ImportedNote = z.infer<typeof ImportedNote>

export const importNote = operation({
  method: 'POST',
  path: '/notes/import',
  summary: 'Make a note of a file; a form with file, kind and id of where it belongs, and title',
  who: 'anyone',
  consumes: FORM,
  maxBody: MOST_IMPORTED + 64 * 1024,
  output: ImportedNote,
  refusals: [
    'not-found',
    'not-allowed',
    'too-large',
    'not-utf8',
    'not-a-pad',
    'not-a-docx',
    'not-a-note-file',
    'zip-too-large',
    'zip-unreadable',
    'too-large-a-note',
    'takes-too-long',
    'too-many-notes',
  ],
  limit: { count: 20, seconds: 3600 },
})
