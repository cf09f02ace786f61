/** Which notes there are, making one, and what it is called. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { RETURNS } from '../rules/returning.ts'
import { Template } from './templates.ts'
import { GatheringOf, Holding, ListedNote, NoteId, NoteView, one, Title } from './shapes.ts'

export const listNotes = operation({
  method: 'GET',
  path: '/notes',
  summary: 'The notes of a circle, a gathering or an item, as far as the caller may read them',
  who: 'anyone',
  query: z.object({ kind: Holding.shape.kind, id: Holding.shape.id }),
  output: z.object({
    notes: z.array(ListedNote),
    may: z.object({ make: z.boolean(), keep: z.boolean() }),
  }),
})

export const makeNote = operation({
  method: 'POST',
  path: '/notes',
  summary: 'Make a note in a circle, a gathering or an item',
  who: 'anyone',
  body: z.object({
    holder: Holding,
    title: Title,
    template: Template.nullable().default(null),
  }),
  output: z.object({ note: NoteId }),
  refusals: ['not-found', 'not-allowed', 'too-many-notes'],
  limit: { count: 60, seconds: 3600 },
})

export const openNoteOf = operation({
  method: 'POST',
  path: '/gatherings/{gathering}/note',
  summary: 'The main note of a gathering; made when it is first opened by somebody who may write',
  who: 'anyone',
  params: GatheringOf,
  output: z.object({ note: NoteId }),
  refusals: ['not-found'],
})

export const readNote = operation({
  method: 'GET',
  path: '/notes/{note}',
  summary: 'What a note is: where it belongs, its state, what the caller may do',
  who: 'reads-note',
  params: one,
  output: NoteView,
  refusals: ['not-found'],
})

export const changeNote = operation({
  method: 'PATCH',
  path: '/notes/{note}',
  summary: 'Name a note anew, put it away or bring it back, say how it returns',
  who: 'reads-note',
  params: one,
  body: z.object({
    title: Title.optional(),
    rested: z.boolean().optional(),
    template: z.boolean().optional(),
    returns: z.enum(RETURNS).optional(),
  }),
  refusals: ['not-found', 'not-allowed', 'note-approved'],
})

export const placesForNote = operation({
  method: 'GET',
  path: '/notes/{note}/places',
  summary: 'Where the caller may let a note belong: their circles, what comes, its items',
  who: 'keeps-note',
  params: one,
  output: z.object({
    places: z.array(
      z.object({ kind: Holding.shape.kind, id: z.string(), title: z.string() }).meta({
        description: 'A circle, a gathering, or an item of the gathering it belongs to',
      }),
    ),
  }),
})

export const moveNote = operation({
  method: 'POST',
  path: '/notes/{note}/move',
  summary: 'Let a note belong somewhere else; answers where it was, to take it back',
  who: 'keeps-note',
  params: one,
  body: z.object({ holder: Holding }),
  output: z.object({ from: z.object({ kind: Holding.shape.kind, id: z.string() }) }),
  refusals: ['not-found', 'not-allowed', 'note-approved'],
})
