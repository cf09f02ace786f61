/** A proposal until it opens, and its end otherwise. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { line, optionalParagraphs, paragraphs } from '#kernel/text.ts'
import { ThreadId } from '#slices/threads/api/shapes.ts'
import { Key } from '../rules/kinds/kind.ts'
import { VOID_REASONS } from '../rules/life/life.ts'
import { ANSWERED } from '../rules/life/roll.ts'
import {
  About,
  ContestId,
  DecisionId,
  KindShown,
  MemberId,
  ObjectionId,
  ofCircle,
  ofDecision,
  Ref,
  SubjectGiven,
  TextGiven,
} from './shapes.ts'

const KILOBYTE = 1024
/** Why something is not put to the vote; what is over or not ripe is said by the slice that owns it. */
const SUBJECT = [
  'decided-in-another-circle',
  'kind-does-not-fit',
  'not-yours-to-put',
  'voted-on-already',
  'person-missing',
  'adopted-already',
  'application-over',
  'sponsors-missing',
  'still-waiting',
  'case-over',
  'no-process',
  'notice-runs',
  'hearing-comes',
  'not-heard',
  'no-appeal',
  'filled-otherwise',
  'no-seat',
]
const TEXT = ['no-options-here', 'options-missing', 'one-seat-only', 'too-many-seats']

export const readKinds = operation({
  method: 'GET',
  path: '/circles/{circle}/decision-kinds',
  summary: 'The kinds of decision of a circle, what each means, and whether I may propose one',
  who: 'member-of-circle',
  params: ofCircle,
  output: z.object({ kinds: z.array(KindShown), ruled: z.boolean() }),
})

export const readBeginning = operation({
  method: 'GET',
  path: '/circles/{circle}/decision-beginnings/{about}/{ref}',
  summary: 'How a proposal that is made of something, such as a poll, begins',
  who: 'member-of-circle',
  params: ofCircle.extend({ about: About, ref: Ref }),
  output: z.object({ title: z.string(), question: z.string(), thread: ThreadId.nullable() }),
})

export const draftDecision = operation({
  method: 'POST',
  path: '/circles/{circle}/decisions',
  summary: 'Make a draft of a proposal, which only I and the stewards see',
  who: 'member-of-circle',
  params: ofCircle,
  body: TextGiven.extend({
    kind: Key,
    follows: DecisionId.nullable().default(null),
    thread: ThreadId.nullable()
      .default(null)
      .meta({ description: 'The thread that it was made of, which is told what becomes of it' }),
    subject: SubjectGiven.nullable().default(null),
    takeUp: z
      .boolean()
      .default(false)
      .meta({ description: 'Take along the objections for which the one before did not pass' }),
  }),
  output: z.object({ decision: DecisionId }),
  refusals: [
    'no-such-kind',
    'not-your-kind',
    'not-by-consent',
    'nothing-to-take-up',
    'ballots-for-voters',
    ...TEXT,
    ...SUBJECT,
  ],
  maxBody: 256 * KILOBYTE,
  limit: { count: 30, seconds: 600 },
})

export const amendDecision = operation({
  method: 'PUT',
  path: '/decisions/{decision}/text',
  summary: 'Change the text before it opens; those who supported the one before are told',
  who: 'made-decision',
  params: ofDecision,
  body: TextGiven.extend({
    why: line(300).or(z.literal('')).default(''),
    seen: z.int().min(1).meta({ description: 'The number of the text that was changed' }),
    answers: z
      .array(ObjectionId)
      .max(100)
      .default([])
      .meta({ description: 'Objections that the new text answers, as whoever changes it sees it' }),
  }),
  output: z.object({ text: z.int() }),
  refusals: [
    'text-stands',
    'text-changed-meanwhile',
    'no-such-kind',
    'no-objections-now',
    'objection-over',
    ...TEXT,
  ],
  maxBody: 256 * KILOBYTE,
})

export const proposeDecision = operation({
  method: 'POST',
  path: '/decisions/{decision}/propose',
  summary: 'Put a draft before the circle: for so many days of talk, then open for so many days',
  who: 'made-decision',
  params: ofDecision,
  body: z.object({
    talkDays: z.int().min(0).max(365),
    openDays: z.int().min(0).max(365),
    urgent: z.boolean().default(false),
  }),
  output: z.object({ opensAt: z.string() }),
  refusals: [
    'not-a-draft',
    'no-such-kind',
    'not-your-kind',
    'no-tie-rule',
    'consent-not-secret',
    'advice-not-secret',
    'secret-shown-early',
    'group-too-small',
    'secret-over-days',
    'no-urgent-path',
    'talk-too-short',
    'open-too-short',
    'open-too-long',
    ...SUBJECT,
    'nothing-proposed',
    'draft-proposed',
    'rules-unsound',
  ],
})

export const supportDecision = operation({
  method: 'PUT',
  path: '/decisions/{decision}/support',
  summary: 'Support the text that stands, or take that back',
  who: 'sees-decision',
  params: ofDecision,
  body: z.object({ on: z.boolean() }),
  refusals: ['no-support-now', 'own-proposal'],
})

export const withdrawDecision = operation({
  method: 'POST',
  path: '/decisions/{decision}/withdraw',
  summary: 'Withdraw a proposal before it opens',
  who: 'made-decision',
  params: ofDecision,
  body: z.object({ words: optionalParagraphs(2000).default('') }),
  refusals: ['not-withdrawn-any-more'],
})

export const voidDecision = operation({
  method: 'POST',
  path: '/decisions/{decision}/void',
  summary: 'Call a decision void, for a reason that the rules know, in words',
  who: 'steward-of-decision',
  params: ofDecision,
  body: z.object({ why: z.enum(VOID_REASONS), words: paragraphs(2000) }),
  refusals: ['nothing-to-void'],
})

export const contestRoll = operation({
  method: 'POST',
  path: '/decisions/{decision}/contests',
  summary: 'Object to a line of the draft roll, my own or another',
  who: 'sees-decision',
  params: ofDecision,
  body: z.object({ member: MemberId, says: paragraphs(1000) }),
  output: z.object({ contest: ContestId }),
  refusals: ['roll-stands', 'not-of-the-circle'],
  limit: { count: 20, seconds: 600 },
})

export const answerContest = operation({
  method: 'PUT',
  path: '/decisions/{decision}/contests/{contest}',
  summary: 'Answer an objection to the roll: put on, taken off, or it stays; with a reason',
  who: 'steward-of-decision',
  params: ofDecision.extend({ contest: ContestId }),
  body: z.object({ answer: z.enum(ANSWERED), reason: paragraphs(1000) }),
  refusals: ['roll-stands', 'answered-already'],
})

export const wordOutcome = operation({
  method: 'PUT',
  path: '/decisions/{decision}/outcome',
  summary: 'Write the outcome in words, and the day on which it is asked again',
  who: 'made-decision',
  params: ofDecision,
  body: z.object({ words: paragraphs(4000), reviewOn: z.iso.date().nullable() }),
  refusals: ['not-counted-yet', 'review-passed'],
})
