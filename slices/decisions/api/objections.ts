/** Objections to what is decided by consent: made, answered, kept, withdrawn, judged. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { optionalParagraphs, paragraphs } from '#kernel/text.ts'
import { OBJECTION_STATES, STEPS } from '../rules/consent/objections.ts'
import { DecisionId, MemberId, Named, ObjectionId, ofDecision } from './shapes.ts'

const JUDGING = [
  'nobody-judges',
  'stewards-judge',
  'own-objection-judged',
  'proposer-judges',
  'no-objection-there',
]

const StepShown = z.object({
  state: z.enum(OBJECTION_STATES),
  by: Named.nullable().meta({ description: 'Null: because time passed' }),
  words: z.string(),
  text: z.int(),
  at: z.string(),
})

const ObjectionShown = z.object({
  objection: ObjectionId,
  member: z.string(),
  name: z.string(),
  by: Named.nullable().meta({ description: 'Who wrote it, where they speak for a co-op' }),
  text: z.int().meta({ description: 'The text it was made to; 0: to the decision before' }),
  carriedFrom: DecisionId.nullable(),
  harm: z.string(),
  wouldAnswer: z.string(),
  at: z.string(),
  state: z.enum(OBJECTION_STATES),
  until: z
    .string()
    .nullable()
    .meta({ description: 'Answered: until when whoever objected may say whether it is' }),
  mine: z.boolean(),
  may: z.array(z.enum(STEPS)).meta({ description: 'The steps that I may take now' }),
  steps: z.array(StepShown),
})

const BallotShown = z.object({
  member: MemberId,
  name: z.string(),
  said: z.string(),
  at: z.string(),
  mine: z.boolean(),
  judged: z.object({ by: Named, words: z.string(), at: z.string() }).nullable(),
  mayJudge: z.boolean(),
})

export const readObjections = operation({
  method: 'GET',
  path: '/decisions/{decision}/objections',
  summary: 'Objections to a decision by consent, what was done with each, and what I may do',
  who: 'sees-decision',
  params: ofDecision,
  output: z.object({
    consent: z.boolean().meta({ description: 'It is decided by consent' }),
    judges: z.boolean().meta({ description: 'Stewards may judge that an objection is not valid' }),
    mayObject: z
      .array(z.object({ member: MemberId, name: z.string() }))
      .meta({ description: 'For whom I may object now' }),
    objections: z.array(ObjectionShown),
    ballots: z
      .array(BallotShown)
      .nullable()
      .meta({ description: 'Ballots that object; null where they are not shown (yet)' }),
    carry: z
      .boolean()
      .meta({ description: 'It failed for objections that can be taken up in a new proposal' }),
  }),
})

export const makeObjection = operation({
  method: 'POST',
  path: '/decisions/{decision}/objections',
  summary: 'Object to the text that stands: what harm I see, and what would answer it',
  who: 'sees-decision',
  params: ofDecision,
  body: z.object({
    as: MemberId.nullable()
      .default(null)
      .meta({ description: 'For whom; needed where I vote for several' }),
    harm: paragraphs(2000),
    wouldAnswer: optionalParagraphs(2000).default(''),
    seen: z.int().min(1).meta({ description: 'The number of the text that is objected to' }),
  }),
  output: z.object({ objection: ObjectionId }),
  refusals: [
    'not-by-consent',
    'no-objections-now',
    'own-proposal-objected',
    'not-on-the-draft',
    'votes-as-several',
    'text-changed-meanwhile',
  ],
  limit: { count: 20, seconds: 600 },
})

export const stepObjection = operation({
  method: 'POST',
  path: '/decisions/{decision}/objections/{objection}/steps',
  summary:
    'Say what becomes of an objection: answered, that it is or is not, kept, withdrawn, judged',
  who: 'sees-decision',
  params: ofDecision.extend({ objection: ObjectionId }),
  body: z.object({ step: z.enum(STEPS), words: optionalParagraphs(2000).default('') }),
  output: z.object({ state: z.enum(OBJECTION_STATES) }),
  refusals: [
    'no-objections-now',
    'not-your-objection',
    'objection-over',
    'text-not-changed',
    'step-reason-missing',
    ...JUDGING,
  ],
})

export const judgeBallot = operation({
  method: 'PUT',
  path: '/decisions/{decision}/ballots/{member}/judgment',
  summary: 'Judge that the objection of a ballot is not valid, with a reason, until the close',
  who: 'sees-decision',
  params: ofDecision.extend({ member: MemberId }),
  body: z.object({ words: paragraphs(2000) }),
  refusals: [
    'not-open-yet',
    'ballots-closed',
    'not-decided-any-more',
    'judged-already',
    ...JUDGING,
  ],
})
