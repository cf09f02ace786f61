/** Comments on passages of a note, answers to them, and suggestions of other words. */
import { z } from 'zod'
import { InstantSchema } from '#kernel/clock.ts'
import { idOf } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { line, optionalParagraphs, paragraphs } from '#kernel/text.ts'
import { COMMENT_LENGTH, OUTCOMES, PASSAGE_LENGTH, TALKS_AT_ONCE } from '../rules/comments.ts'
import { inOneLine } from '../rules/one-line.ts'
import { one } from './shapes.ts'

export const CommentId = idOf('cmt', 'a comment')
const oneComment = one.extend({ comment: CommentId })
const Text = paragraphs(COMMENT_LENGTH)

const Spot = z.object({ key: z.string().max(100), offset: z.int().min(0).max(5_000_000) }).meta({
  id: 'NoteSpot',
  description:
    'A piece of the note and so many characters (UTF-16) into its words. Its lines end with one, a mention reads @name, a break is one.',
})

export const Passage = z
  .object({
    from: Spot,
    to: Spot,
    quote: z
      .string()
      .min(1)
      .max(PASSAGE_LENGTH)
      .meta({ description: 'The words that you saw there' }),
  })
  .meta({ id: 'NotePassage' })
export type Passage = z.infer<typeof Passage>

const Said = z.object({
  id: CommentId,
  who: z.object({
    id: z.string(),
    name: z.string(),
    former: z.boolean().meta({ description: 'They were erased' }),
  }),
  text: z.string().nullable().meta({ description: 'Null: taken back or hidden' }),
  madeAt: InstantSchema,
  changedAt: InstantSchema.nullable(),
  takenAt: InstantSchema.nullable(),
  hidden: z.object({ by: z.string().nullable(), why: z.string() }).nullable(),
})

const Proposal = z.object({
  text: z.string().meta({ description: 'The words to stand instead; empty: none' }),
  steps: z
    .array(z.object({ text: z.string(), change: z.enum(['same', 'added', 'removed']) }))
    .meta({ description: 'From the words quoted to these, word by word' }),
  outcome: z.enum(OUTCOMES).nullable(),
  why: z.string().nullable(),
  stale: z.boolean().meta({ description: 'Its passage was changed since or is gone' }),
})

export const NoteTalk = Said.extend({
  quote: z.string().meta({ description: 'The words it is about, as they were' }),
  words: z.string().nullable().meta({ description: 'As they are now; null: they are gone' }),
  place: z.object({ from: Spot, to: Spot }).nullable(),
  anchor: z
    .object({ from: z.base64(), to: z.base64() })
    .nullable()
    .meta({ description: 'The same as encoded Yjs relative positions' }),
  proposal: Proposal.nullable(),
  resolved: z.object({ at: InstantSchema, by: z.string().nullable() }).nullable(),
  answers: z.array(Said),
}).meta({ id: 'NoteTalk' })

export const listComments = operation({
  method: 'GET',
  path: '/notes/{note}/comments',
  summary: `What was said about a note, the oldest first, ${TALKS_AT_ONCE} at a time`,
  who: 'sees-comments',
  params: one,
  query: z.object({
    state: z.enum(['open', 'resolved']).default('open'),
    after: CommentId.optional().meta({ description: 'Goes on after this one' }),
  }),
  output: z.object({
    talks: z.array(NoteTalk),
    more: z.boolean(),
    open: z.int(),
    resolved: z.int(),
    may: z.object({
      comment: z.boolean(),
      resolve: z.boolean().meta({ description: 'Also what others began' }),
      take: z.boolean().meta({ description: 'Take suggestions in or refuse them' }),
      hide: z.boolean(),
    }),
  }),
})

export const makeComment = operation({
  method: 'POST',
  path: '/notes/{note}/comments',
  summary: 'Say something about a passage of a note',
  who: 'comments-on-note',
  params: one,
  body: z.object({ passage: Passage, text: Text }),
  output: z.object({ comment: CommentId }),
  refusals: ['words-changed', 'too-many-comments', 'note-approved'],
  limit: { count: 120, seconds: 3600 },
})

export const answerComment = operation({
  method: 'POST',
  path: '/notes/{note}/comments/{comment}/answers',
  summary: 'Answer a comment',
  who: 'comments-on-note',
  params: oneComment,
  body: z.object({ text: Text }),
  output: z.object({ comment: CommentId }),
  refusals: ['not-found', 'too-many-comments', 'note-approved'],
  limit: { count: 240, seconds: 3600 },
})

export const changeComment = operation({
  method: 'PUT',
  path: '/notes/{note}/comments/{comment}/text',
  summary: 'Change what you said; that it was changed is shown',
  who: 'comments-on-note',
  params: oneComment,
  body: z.object({ text: Text }),
  refusals: ['not-found', 'comment-not-yours', 'comment-gone', 'note-approved'],
  limit: { count: 240, seconds: 3600 },
})

export const takeCommentBack = operation({
  method: 'DELETE',
  path: '/notes/{note}/comments/{comment}',
  summary: 'Take back what you said',
  who: 'sees-comments',
  params: oneComment,
  refusals: ['not-found', 'comment-not-yours'],
})

export const resolveComment = operation({
  method: 'PUT',
  path: '/notes/{note}/comments/{comment}/resolved',
  summary: 'Say that a talk is done with, or open it again',
  who: 'comments-on-note',
  params: oneComment,
  body: z.object({ resolved: z.boolean() }),
  refusals: ['not-found', 'talk-not-yours', 'note-approved'],
  limit: { count: 240, seconds: 3600 },
})

export const hideComment = operation({
  method: 'PUT',
  path: '/notes/{note}/comments/{comment}/hidden',
  summary: 'Hide a comment and say why, or show it again',
  who: 'keeps-note',
  params: oneComment,
  body: z.object({ why: line(300).nullable().meta({ description: 'Null: show it again' }) }),
  refusals: ['not-found'],
})

/** Blanks at the ends count; a line break becomes a blank. */
const Words = z
  .string()
  .max(COMMENT_LENGTH)
  .refine((text) => text.isWellFormed(), { error: 'has broken characters in it' })
  .transform(inOneLine)

export const suggestWords = operation({
  method: 'POST',
  path: '/notes/{note}/suggestions',
  summary: 'Suggest other words for a passage within one text; none: to take it out',
  who: 'comments-on-note',
  params: one,
  body: z.object({
    passage: Passage,
    words: Words,
    text: optionalParagraphs(COMMENT_LENGTH).default('').meta({ description: 'Why' }),
  }),
  output: z.object({ comment: CommentId }),
  refusals: [
    'words-changed',
    'too-many-comments',
    'note-approved',
    'one-text-only',
    'nothing-suggested',
  ],
  limit: { count: 120, seconds: 3600 },
})

export const suggestAnew = operation({
  method: 'PUT',
  path: '/notes/{note}/comments/{comment}/suggestion',
  summary: 'Suggest other words than you did, for the passage as it stands now',
  who: 'comments-on-note',
  params: oneComment,
  body: z.object({ words: Words }),
  refusals: [
    'not-found',
    'comment-not-yours',
    'comment-gone',
    'no-suggestion',
    'suggestion-closed',
    'suggestion-stale',
    'one-text-only',
    'nothing-suggested',
    'note-approved',
  ],
  limit: { count: 240, seconds: 3600 },
})

export const acceptSuggestion = operation({
  method: 'POST',
  path: '/notes/{note}/comments/{comment}/acceptance',
  summary: 'Take a suggestion in: its new words are written by who suggested them',
  who: 'writes-note',
  params: oneComment,
  refusals: [
    'not-found',
    'no-suggestion',
    'suggestion-closed',
    'suggestion-stale',
    'note-approved',
    'note-full',
  ],
  limit: { count: 240, seconds: 3600 },
})

export const refuseSuggestion = operation({
  method: 'POST',
  path: '/notes/{note}/comments/{comment}/refusal',
  summary: 'Refuse a suggestion, with a word why if you like',
  who: 'writes-note',
  params: oneComment,
  body: z.object({ why: line(300).nullable().default(null) }),
  refusals: ['not-found', 'no-suggestion', 'suggestion-closed'],
  limit: { count: 240, seconds: 3600 },
})
