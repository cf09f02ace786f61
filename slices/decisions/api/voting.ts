/** Casting ballots, and what was counted. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { optionalParagraphs } from '#kernel/text.ts'
import { OUTCOMES } from '../rules/count/published.ts'
import { Published } from '../rules/count/published.ts'
import { Vote } from '../rules/count/votes.ts'
import { MemberId, ofDecision } from './shapes.ts'

export const castBallot = operation({
  method: 'PUT',
  path: '/decisions/{decision}/ballot',
  summary: 'Cast my ballot, or that of a co-op I speak for; until the close the last one counts',
  who: 'sees-decision',
  params: ofDecision,
  body: z.object({
    as: MemberId.nullable()
      .default(null)
      .meta({ description: 'The entry of the roll; needed where I vote for several' }),
    vote: Vote,
    said: optionalParagraphs(2000).default('').meta({ description: 'A reason that goes with it' }),
  }),
  output: z.object({ changes: z.int(), at: z.string() }),
  refusals: [
    'not-open-yet',
    'ballots-closed',
    'not-decided-any-more',
    'voted-in-the-room',
    'not-on-the-roll',
    'votes-as-several',
    'paper-needed',
    'ballot-of-another-kind',
    'answer-not-offered',
    'ballot-reason-missing',
    'option-unknown',
    'option-twice',
    'mark-out-of-bounds',
    'too-many-marks',
  ],
})

export const readCount = operation({
  method: 'GET',
  path: '/decisions/{decision}/count',
  summary: 'How it was counted, computed anew from what was published',
  who: 'sees-decision',
  params: ofDecision,
  output: z.object({
    result: z.enum(OUTCOMES),
    elected: z.array(z.int()),
    classes: z.array(
      z.object({
        class: z.string(),
        eligible: z.int(),
        voted: z.int(),
        answers: z.record(z.string(), z.int()),
      }),
    ),
    explained: z.array(z.string()).meta({ description: 'How it was counted, in short' }),
    papers: z
      .object({ taken: z.int(), cast: z.int() })
      .nullable()
      .meta({ description: 'Of a secret decision: papers taken, and ballots in the urn' }),
    steps: z.array(z.string()),
    lot: z.array(z.string()),
    rollHash: z.string(),
    fingerprint: z.string().nullable().meta({ description: 'Null while it is open' }),
  }),
  refusals: ['results-hidden'],
  limit: { count: 60, seconds: 60 },
})

export const listBallots = operation({
  method: 'GET',
  path: '/decisions/{decision}/ballots',
  summary: 'Who voted what, and the reasons that were given',
  who: 'sees-decision',
  params: ofDecision,
  query: z.object({ after: MemberId.optional() }),
  output: z.object({
    ballots: z.array(
      z.object({
        member: MemberId,
        name: z.string(),
        class: z.string(),
        vote: Vote,
        said: z.string(),
        by: z.string().nullable().meta({ description: 'Who cast it for a co-op' }),
        at: z.string(),
      }),
    ),
    next: MemberId.nullable(),
  }),
  refusals: ['results-hidden', 'ballots-for-voters', 'ballots-secret'],
})

export const readPublication = operation({
  method: 'GET',
  path: '/decisions/{decision}/publication',
  summary: 'What anybody needs to count it again: rules, roll, ballots, lot, outcome, hashes',
  who: 'sees-decision',
  params: ofDecision,
  output: Published,
  refusals: ['results-hidden'],
})
