/** Putting to the vote, voting, calling names, counting. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { optionalParagraphs } from '#kernel/text.ts'
import { Vote } from '#slices/decisions/rules/count/votes.ts'
import { WAYS } from '#slices/decisions/rules/life/at-gathering.ts'
import { Counted } from '../rules/counted.ts'
import { CARE, DecisionId, MemberId, MEMBERS, ofMotion, OFTEN } from './shapes.ts'

const BALLOT = [
  'ballot-of-another-kind',
  'answer-not-offered',
  'ballot-reason-missing',
  'option-unknown',
  'option-twice',
  'mark-out-of-bounds',
  'too-many-marks',
] as const
const said = optionalParagraphs(2000).default('')

export const putToVote = operation({
  method: 'POST',
  path: '/gatherings/{gathering}/motions/{motion}/vote',
  summary: 'Put it to the vote: by show of hands, by roll call, or by ballot',
  who: 'facilitator-of-the-room',
  params: ofMotion,
  body: z.object({ way: z.enum(WAYS) }),
  output: z.object({ decision: DecisionId, voters: z.int() }),
  limit: OFTEN,
  refusals: [
    ...CARE,
    'not-pending',
    'not-stated',
    'not-seconded',
    'vote-open',
    'amendment-first',
    'no-such-kind',
    'notice-not-over',
    'announced-not-ripe',
    'only-over-days',
    'ballot-only',
    'no-tie-rule',
    'secret-over-days',
    'options-missing',
    'too-many-seats',
    'nobody-on-the-roll',
  ],
})

export const voteOnMotion = operation({
  method: 'PUT',
  path: '/gatherings/{gathering}/motions/{motion}/vote',
  summary: 'Vote, for me or for a co-op I speak for; until the close the last one counts',
  who: 'in-the-room',
  params: ofMotion,
  body: z.object({ as: MemberId.nullable().default(null), vote: Vote, said }),
  output: z.object({ changes: z.int(), at: z.string() }),
  limit: { count: 120, seconds: 60 },
  refusals: [
    ...MEMBERS,
    'not-pending',
    'no-vote-open',
    'ballots-closed',
    'not-open-yet',
    'not-decided-any-more',
    'not-on-the-roll',
    'votes-as-several',
    'not-called-yet',
    ...BALLOT,
  ],
})

export const callName = operation({
  method: 'POST',
  path: '/gatherings/{gathering}/motions/{motion}/calls',
  summary: 'Call a name of the roll: they answer, or what they say aloud is recorded',
  who: 'facilitator-of-the-room',
  params: ofMotion,
  body: z.object({ member: MemberId }),
  limit: { count: 240, seconds: 60 },
  refusals: [...CARE, 'not-pending', 'no-vote-open', 'no-roll-call', 'not-there-to-call'],
})

export const recordVote = operation({
  method: 'PUT',
  path: '/gatherings/{gathering}/motions/{motion}/recorded',
  summary: 'Record what a member who was called said aloud; they are told, and may change it',
  who: 'facilitator-of-the-room',
  params: ofMotion,
  body: z.object({ member: MemberId, vote: Vote, said }),
  output: z.object({ changes: z.int(), at: z.string() }),
  limit: { count: 240, seconds: 60 },
  refusals: [
    ...CARE,
    'guests-do-not-decide',
    'not-pending',
    'no-vote-open',
    'no-roll-call',
    'not-called-yet',
    'ballots-closed',
    'not-open-yet',
    'not-decided-any-more',
    'not-on-the-roll',
    ...BALLOT,
  ],
})

export const countVote = operation({
  method: 'POST',
  path: '/gatherings/{gathering}/motions/{motion}/count',
  summary: 'Close the vote and count it',
  who: 'facilitator-of-the-room',
  params: ofMotion,
  output: Counted,
  limit: OFTEN,
  refusals: [...CARE, 'not-pending', 'no-vote-open'],
})

export type Voted = z.output<typeof Vote>
