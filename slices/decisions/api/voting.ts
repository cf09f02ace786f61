/** Casting ballots, and what was counted. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { line, optionalParagraphs } from '#kernel/text.ts'
import { OUTCOMES } from '../rules/count/published.ts'
import { Published } from '../rules/count/published.ts'
import { Vote } from '../rules/count/votes.ts'
import { WAYS } from '../rules/voices/ways.ts'
import { CountPicture, MemberId, ofDecision } from './shapes.ts'

/** Why a ballot is not one that its method takes. */
const BALLOT = [
  'ballot-of-another-kind',
  'answer-not-offered',
  'ballot-reason-missing',
  'option-unknown',
  'option-twice',
  'mark-out-of-bounds',
  'too-many-marks',
]

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
    'voted-themselves',
    'told-by-phone',
    ...BALLOT,
  ],
})

export const withdrawOption = operation({
  method: 'POST',
  path: '/decisions/{decision}/withdrawals',
  summary:
    'Withdraw while ballots are cast: myself as a candidate, or an option I proposed; for good',
  who: 'sees-decision',
  params: ofDecision,
  body: z.object({
    option: z.int().min(1).max(60),
    words: optionalParagraphs(600).default('').meta({ description: 'What is said of it' }),
  }),
  refusals: [
    'option-unknown',
    'change-the-text',
    'ballots-closed',
    'not-decided-any-more',
    'not-yours-to-withdraw',
    'withdrawn-already',
    'last-one-standing',
    'voted-in-the-room',
  ],
})

export const recordByPhone = operation({
  method: 'PUT',
  path: '/decisions/{decision}/phone',
  summary: 'Record a vote that somebody gave by phone; they are told, and may change it',
  who: 'records-votes',
  params: ofDecision,
  body: z.object({
    member: MemberId,
    vote: Vote,
    said: optionalParagraphs(2000).default('').meta({ description: 'A reason that goes with it' }),
    heard: line(300).meta({ description: 'How and when they said it; it stands in the record' }),
  }),
  output: z.object({ changes: z.int(), at: z.string() }),
  refusals: [
    'not-open-yet',
    'ballots-closed',
    'not-decided-any-more',
    'not-by-phone-when-secret',
    'your-own-vote',
    'not-on-the-roll-they',
    'voted-themselves',
    ...BALLOT,
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
    near: z.string().nullable().meta({
      description: 'A change that would have changed it, where a short search found one',
    }),
    papers: z
      .object({ taken: z.int(), cast: z.int() })
      .nullable()
      .meta({ description: 'Of a secret decision: papers taken, and ballots in the urn' }),
    steps: z.array(z.string()),
    picture: CountPicture.nullable().meta({
      description: 'Of a choice among options; null for questions, and where nothing was counted',
    }),
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
        by: z.string().nullable().meta({ description: 'Who cast or recorded it for them' }),
        way: z.enum(WAYS),
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
