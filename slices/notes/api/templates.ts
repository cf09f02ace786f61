/** Templates: what a note can begin from. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { BUILT_IN } from '../rules/templates.ts'
import { NoteId, one } from './shapes.ts'

/** A block as ProseMirror JSON of the schema of notes. */
const Block = z.object({ type: z.string() }).loose()

export const Template = z
  .union([z.enum(BUILT_IN), NoteId])
  .meta({ description: 'One that the hall brings, or a note that a circle keeps as a template' })

export const listNoteTemplates = operation({
  method: 'GET',
  path: '/note-templates',
  summary: 'What a note can begin from: three of the hall, and those of the caller’s circles',
  who: 'anyone',
  output: z.object({
    templates: z.array(
      z.object({
        template: Template,
        title: z.string(),
        circle: z.string().nullable().meta({ description: 'Whose it is; null: the hall’s' }),
      }),
    ),
  }),
})

export const readNoteTemplate = operation({
  method: 'GET',
  path: '/note-templates/{template}',
  summary: 'What stands in a template, in blocks, for an editor to put in',
  who: 'anyone',
  params: z.object({ template: Template }),
  output: z.object({ blocks: z.array(Block) }),
  refusals: ['not-found'],
})

export const takeNoteTemplate = operation({
  method: 'POST',
  path: '/notes/{note}/template',
  summary: 'Copy a template to the end of a note',
  who: 'reads-note',
  params: one,
  body: z.object({ template: Template }),
  refusals: ['not-found', 'not-allowed'],
  limit: { count: 30, seconds: 3600 },
})
