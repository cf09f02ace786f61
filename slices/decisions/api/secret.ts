/** Secret ballots: taking a paper under one's name, casting it under none, and finding it again. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { Vote } from '../rules/count/votes.ts'
import { GroupKey, Sealed, Token, Tracker } from '../rules/secret/paper.ts'
import { MemberId, ofDecision } from './shapes.ts'

const KILOBYTE = 1024

export const readPapers = operation({
  method: 'GET',
  path: '/decisions/{decision}/papers',
  summary: 'Who took a paper of a secret decision, and the keys that papers are signed with',
  who: 'sees-decision',
  params: ofDecision,
  query: z.object({ after: MemberId.optional() }),
  output: z.object({
    keys: z.array(
      z.object({
        group: GroupKey,
        name: z.string(),
        publicKey: z.base64().meta({ description: 'SubjectPublicKeyInfo in DER' }),
        on: z.int(),
        taken: z.int(),
      }),
    ),
    mine: z.array(
      z.object({
        member: MemberId,
        group: GroupKey,
        by: z.string().nullable().meta({ description: 'Who took its paper; null: nobody yet' }),
      }),
    ),
    papers: z.array(z.object({ member: MemberId, name: z.string(), by: z.string().nullable() })),
    next: MemberId.nullable(),
  }),
  refusals: ['not-secret'],
})

export const takePaper = operation({
  method: 'POST',
  path: '/decisions/{decision}/papers',
  summary:
    'Take my paper, or that of a co-op I speak for: the roll is marked, and what was blinded is signed; the same once more is signed alike',
  who: 'sees-decision',
  params: ofDecision,
  body: z.object({
    as: MemberId.nullable().default(null),
    blinded: Sealed,
  }),
  output: z.object({ group: GroupKey, signature: Sealed }),
  refusals: [
    'not-secret',
    'not-open-yet',
    'ballots-closed',
    'not-decided-any-more',
    'not-on-the-roll',
    'votes-as-several',
    'paper-taken',
    'paper-broken',
  ],
  limit: { count: 30, seconds: 60 },
})

export const castPaper = operation({
  method: 'PUT',
  path: '/decisions/{decision}/urn',
  summary:
    'Put a ballot into the urn, or another in its place with the same paper; who does so is not asked, and cookies are not read',
  who: 'anybody-with-a-paper',
  params: ofDecision,
  body: z.object({ ...Token.shape, vote: Vote }),
  refusals: [
    'not-secret',
    'not-open-yet',
    'ballots-closed',
    'not-decided-any-more',
    'paper-not-signed',
    'ballot-of-another-kind',
    'answer-not-offered',
    'option-unknown',
    'option-twice',
    'mark-out-of-bounds',
    'too-many-marks',
    'too-often',
  ],
  maxBody: 16 * KILOBYTE,
  nameless: true,
})

export const readUrn = operation({
  method: 'GET',
  path: '/decisions/{decision}/urn',
  summary: 'After the close: what was in the urn, by tracker; mine is found by its first letters',
  who: 'sees-decision',
  params: ofDecision,
  query: z.object({
    tracker: z.string().max(60).optional(),
    after: Tracker.optional(),
  }),
  output: z.object({
    taken: z.int().meta({ description: 'Papers that were taken' }),
    cast: z.int(),
    ballots: z.array(z.object({ tracker: Tracker, group: z.string(), vote: Vote })),
    next: Tracker.nullable(),
  }),
  refusals: ['not-secret', 'results-hidden'],
})
