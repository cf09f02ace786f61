/** The advice process: asking, advising, and deciding by whoever proposed it. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { optionalParagraphs, paragraphs } from '#kernel/text.ts'
import { PersonId } from '#slices/people/api/shapes.ts'
import { TAKEN } from '../rules/advice/advice.ts'
import { ofDecision } from './shapes.ts'

export const readAdvice = operation({
  method: 'GET',
  path: '/decisions/{decision}/advice',
  summary: 'Who was asked for advice, what was advised, how it was taken, and what is missing',
  who: 'sees-decision',
  params: ofDecision,
  output: z.object({
    advice: z.boolean().meta({ description: 'It is decided by advice' }),
    least: z.int(),
    asked: z.array(
      z.object({
        person: PersonId,
        name: z.string(),
        why: z.string(),
        at: z.string(),
        gone: z.boolean(),
        answered: z.boolean(),
      }),
    ),
    given: z.array(
      z.object({
        person: PersonId,
        name: z.string(),
        words: z.string(),
        at: z.string(),
        changed: z.boolean(),
        unasked: z.boolean(),
        taken: z.enum(TAKEN).nullable(),
        why: z.string(),
      }),
    ),
    until: z
      .string()
      .nullable()
      .meta({ description: 'Until when those who were asked have time; null: until they answer' }),
    waits: z.enum(['answers', 'days']),
    mine: z.string().nullable().meta({ description: 'My own advice' }),
    iAmAsked: z.boolean(),
    mayAsk: z.boolean(),
    mayAdvise: z.boolean(),
    mayDecide: z.boolean(),
    ready: z.boolean().meta({ description: 'Enough were asked, and it was waited long enough' }),
    missing: z.string().nullable().meta({ description: 'Why it can not be decided yet' }),
    seen: z.int().meta({ description: 'How often advice was given or changed' }),
  }),
})

export const askForAdvice = operation({
  method: 'POST',
  path: '/decisions/{decision}/askings',
  summary: 'Ask a member or delegate for advice; they are told by letter',
  who: 'made-decision',
  params: ofDecision,
  body: z.object({ person: PersonId, why: optionalParagraphs(600).default('') }),
  refusals: [
    'not-by-advice',
    'no-advice-now',
    'proposer-decides',
    'own-advice',
    'adviser-outside',
    'asked-before',
  ],
  limit: { count: 60, seconds: 600 },
})

export const giveAdvice = operation({
  method: 'PUT',
  path: '/decisions/{decision}/advice',
  summary: 'Give my advice, or say it otherwise, until it is decided',
  who: 'sees-decision',
  params: ofDecision,
  body: z.object({ words: paragraphs(4000) }),
  refusals: ['not-by-advice', 'no-advice-now', 'own-advice', 'not-allowed'],
})

export const decideByAdvice = operation({
  method: 'POST',
  path: '/decisions/{decision}/decide',
  summary: 'Decide what I proposed: done or not, in words, and how each advice was taken',
  who: 'made-decision',
  params: ofDecision,
  body: z.object({
    does: z.boolean(),
    words: paragraphs(4000),
    taken: z
      .array(z.object({ person: PersonId, how: z.enum(TAKEN), why: paragraphs(1000) }))
      .max(500),
    seen: z
      .int()
      .min(0)
      .meta({ description: 'How often advice was given or changed, as whoever decides read it' }),
  }),
  refusals: [
    'not-by-advice',
    'no-advice-now',
    'proposer-decides',
    'too-few-asked',
    'advice-too-early',
    'advice-outstanding',
    'advice-untaken',
    'advice-changed',
    'kind-does-not-fit',
  ],
})
