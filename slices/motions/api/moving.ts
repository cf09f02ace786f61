/** Moving, seconding, stating, amending, withdrawing, postponing. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { line, optionalParagraphs, paragraphs } from '#kernel/text.ts'
import { PersonId } from '#slices/people/api/shapes.ts'
import { CARE, DecisionId, MEMBERS, MotionId, ofGathering, ofMotion, OFTEN } from './shapes.ts'

const MOST_OPTIONS = 60
const Option = z.object({
  name: line(120),
  note: optionalParagraphs(600).default(''),
  person: PersonId.nullable().default(null),
})
const Made = z.object({ motion: MotionId })
const SELDOM = { count: 20, seconds: 60 }

export const moveMotion = operation({
  method: 'POST',
  path: '/gatherings/{gathering}/motions',
  summary: 'Move something from the floor',
  who: 'in-the-room',
  params: ofGathering,
  body: z.object({
    kind: z.string().max(40),
    title: line(160),
    question: paragraphs(8000),
    options: z.array(Option).max(MOST_OPTIONS).default([]),
    seats: z.int().min(1).max(MOST_OPTIONS).default(1),
  }),
  output: Made,
  limit: SELDOM,
  refusals: [
    ...MEMBERS,
    'motion-pending',
    'no-such-kind',
    'not-your-kind',
    'only-over-days',
    'needs-days-of-talk',
    'no-tie-rule',
    'secret-over-days',
    'no-options-here',
    'one-seat-only',
  ],
})

export const moveAnnounced = operation({
  method: 'POST',
  path: '/gatherings/{gathering}/motions/announced',
  summary: 'Move what was announced over days for a gathering to decide, as it reads',
  who: 'in-the-room',
  params: ofGathering,
  body: z.object({ decision: DecisionId }),
  output: Made,
  limit: SELDOM,
  refusals: [
    ...MEMBERS,
    'motion-pending',
    'no-such-kind',
    'not-your-kind',
    'not-found',
    'notice-not-over',
    'announced-not-ripe',
  ],
})

export const amendMotion = operation({
  method: 'POST',
  path: '/gatherings/{gathering}/motions/{motion}/amendments',
  summary: 'Move an amendment: the whole text as it would read then',
  who: 'in-the-room',
  params: ofMotion,
  body: z.object({ title: line(160), question: paragraphs(8000) }),
  output: Made,
  limit: SELDOM,
  refusals: [
    ...MEMBERS,
    'not-pending',
    'not-stated',
    'vote-open',
    'amendment-pending',
    'amended-deep-enough',
    'options-not-amended',
    'stands-as-announced',
    'same-text',
    'no-such-kind',
  ],
})

export const addOption = operation({
  method: 'POST',
  path: '/gatherings/{gathering}/motions/{motion}/options',
  summary: 'Put somebody or something forward, before the vote',
  who: 'in-the-room',
  params: ofMotion,
  body: Option,
  limit: SELDOM,
  refusals: [
    ...MEMBERS,
    'not-pending',
    'vote-open',
    'no-options-here',
    'stands-as-announced',
    'option-there',
    'no-such-kind',
  ],
})

export const secondMotion = operation({
  method: 'POST',
  path: '/gatherings/{gathering}/motions/{motion}/second',
  summary: 'Second a motion or an amendment of somebody else',
  who: 'in-the-room',
  params: ofMotion,
  limit: OFTEN,
  refusals: [...MEMBERS, 'not-pending', 'nothing-to-second', 'own-motion', 'seconded-already'],
})

export const stateMotion = operation({
  method: 'POST',
  path: '/gatherings/{gathering}/motions/{motion}/state',
  summary: 'State a motion that was seconded: it is before the assembly',
  who: 'facilitator-of-the-room',
  params: ofMotion,
  limit: OFTEN,
  refusals: [...CARE, 'not-pending', 'nothing-to-state', 'not-seconded'],
})

export const letMotionFall = operation({
  method: 'POST',
  path: '/gatherings/{gathering}/motions/{motion}/fall',
  summary: 'Let fall what nobody seconds',
  who: 'facilitator-of-the-room',
  params: ofMotion,
  limit: OFTEN,
  refusals: [...CARE, 'not-pending', 'seconded-enough'],
})

export const withdrawMotion = operation({
  method: 'POST',
  path: '/gatherings/{gathering}/motions/{motion}/withdraw',
  summary: 'Withdraw what I moved; once it is stated, ask leave to',
  who: 'in-the-room',
  params: ofMotion,
  output: z.object({
    asked: z.boolean().meta({ description: 'Leave was asked; it still stands' }),
  }),
  limit: OFTEN,
  refusals: [...MEMBERS, 'not-pending', 'not-your-motion', 'vote-open'],
})

export const giveLeave = operation({
  method: 'POST',
  path: '/gatherings/{gathering}/motions/{motion}/leave',
  summary: 'Nobody objects: it is withdrawn',
  who: 'facilitator-of-the-room',
  params: ofMotion,
  limit: OFTEN,
  refusals: [...CARE, 'not-pending', 'no-leave-asked'],
})

export const refuseLeave = operation({
  method: 'DELETE',
  path: '/gatherings/{gathering}/motions/{motion}/leave',
  summary: 'Object to the withdrawal: it goes on',
  who: 'in-the-room',
  params: ofMotion,
  limit: OFTEN,
  refusals: [...MEMBERS, 'not-pending', 'no-leave-asked'],
})

export const postponeMotion = operation({
  method: 'POST',
  path: '/gatherings/{gathering}/motions/{motion}/postpone',
  summary: 'Postpone it: where the rules allow it becomes a draft over days',
  who: 'facilitator-of-the-room',
  params: ofMotion,
  output: z.object({ draft: DecisionId.nullable() }),
  limit: OFTEN,
  refusals: [...CARE, 'not-pending', 'not-stated', 'vote-open'],
})
