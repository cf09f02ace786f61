/** Standing: of one member line by line, and of all in a list. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { MODES } from '../rules/modes.ts'
import { RESTING } from '../rules/duty.ts'
import {
  circleParams,
  ClaimId,
  DayText,
  EvidenceId,
  ExcuseRequestId,
  MemberId,
  memberParams,
  OnDay,
  Quantity,
  StateName,
} from './shapes.ts'

export const LineShown = z.object({
  key: z.string(),
  state: z.enum(['met', 'open', 'grace', 'missed', 'excused']),
  version: z.int(),
  cite: z.string().nullable().meta({ description: 'The number of the rule, as people cite it' }),
  title: z.string(),
  said: z.string().meta({ description: 'The state in a word' }),
  owed: z.string(),
  found: z.string().meta({ description: 'What counted' }),
  missing: z.string(),
  next: z.string().meta({ description: 'What to do next' }),
  due: DayText.nullable(),
  late: DayText.nullable(),
  owes: z.array(Quantity).meta({ description: 'Any one of these meets it whole' }),
  lacks: z.array(Quantity).meta({ description: 'Any one of these would meet the rest' }),
})

const EvidenceShown = z.object({
  id: EvidenceId,
  text: z.string().meta({ description: 'The amount in words' }),
  unit: z.string(),
  amount: z.int(),
  happened: DayText,
  known: DayText,
  source: z.enum(['hand', 'table', 'bank', 'claim']),
  by: z.string().nullable().meta({ description: 'The name of who acknowledged it' }),
  corrects: EvidenceId.nullable(),
  note: z.string(),
})

const ClaimShown = z.object({
  id: ClaimId,
  member: MemberId,
  name: z.string(),
  text: z.string(),
  happened: DayText,
  said: z.string(),
  answer: z.enum(['acknowledged', 'declined', 'withdrawn']).nullable(),
  why: z.string(),
})
export { ClaimShown, EvidenceShown }

const Hardship = z.object({
  known: z.boolean().meta({ description: 'Whether the rules of today know hardship' }),
  duties: z.array(z.object({ key: z.string(), name: z.string() })),
  requests: z.array(
    z.object({
      id: ExcuseRequestId,
      duty: z.string().nullable(),
      until: DayText,
      said: z.string(),
      answer: z.enum(['granted', 'declined', 'withdrawn']).nullable(),
      why: z.string(),
      by: z.string().nullable().meta({ description: 'The name of who answered' }),
    }),
  ),
})

export const readStanding = operation({
  method: 'GET',
  path: '/circles/{circle}/standing/{member}',
  summary: 'The standing of a member on a day, explained line by line',
  who: 'sees-standing',
  params: memberParams,
  query: OnDay,
  output: z.object({
    circle: z.string(),
    name: z.string(),
    mine: z.boolean(),
    keeps: z.boolean().meta({ description: 'Whether the caller may record evidence here' }),
    day: DayText,
    state: StateName,
    since: DayText.nullable(),
    until: DayText.nullable().meta({ description: 'The last day of a pause' }),
    idle: z.boolean(),
    class: z.string().nullable(),
    inside: DayText.nullable().meta({ description: 'In this class since' }),
    version: z.int().nullable(),
    rests: z.array(z.enum(RESTING)),
    cites: z.object({
      behind: z.string().nullable(),
      rests: z.string().nullable(),
      seen: z.string().nullable(),
      pause: z.string().nullable(),
    }),
    lines: z.array(LineShown),
    ahead: z.array(z.string()).meta({ description: 'What follows if nothing more happens' }),
    changes: DayText.nullable(),
    seenBy: z.string().meta({ description: 'Who sees this standing, in a sentence' }),
    hardship: Hardship.nullable().meta({
      description: 'What was asked for and granted; null for whoever may not see it',
    }),
    claims: z.array(ClaimShown).meta({ description: 'For the member and who keeps the standing' }),
    evidence: z.array(EvidenceShown).meta({ description: 'The latest twenty pieces' }),
    uncounted: z.array(z.string()).meta({ description: 'Given, but counting for nothing' }),
  }),
  refusals: ['no-such-member'],
})

export const listStandings = operation({
  method: 'GET',
  path: '/circles/{circle}/standings',
  summary: 'The standing of everybody in a circle, fifty at a time',
  who: 'keeps-standing',
  params: circleParams,
  query: OnDay.extend({
    state: StateName.optional(),
    words: z.string().max(100).optional().meta({ description: 'A part of the name' }),
    soon: z
      .stringbool()
      .optional()
      .meta({ description: 'Only those whose standing is about to change' }),
    after: MemberId.optional().meta({ description: 'The last member of the page before' }),
  }),
  output: z.object({
    day: DayText,
    counts: z.record(StateName, z.int()),
    found: z.int(),
    members: z.array(
      z.object({
        member: MemberId,
        name: z.string(),
        class: z.string().nullable(),
        state: StateName,
        since: DayText.nullable(),
        changes: DayText.nullable(),
        rests: z.boolean(),
        missing: z.string(),
      }),
    ),
    next: MemberId.nullable(),
  }),
  limit: { count: 120, seconds: 60 },
})

export const readMode = operation({
  method: 'GET',
  path: '/circles/{circle}/mode',
  summary: 'My own mode in a circle, with the entries that it rests on',
  who: 'member-of-circle',
  params: circleParams,
  output: z.object({
    mode: z.enum(MODES).nullable(),
    since: DayText,
    traces: z.array(
      z.object({ kind: z.string(), mode: z.enum(MODES), count: z.int(), last: z.string() }),
    ),
    holdsRole: z.boolean(),
    wish: z.enum(MODES).nullable(),
    said: z.string(),
    counts: z.array(
      z.object({
        class: z.string(),
        members: z.int().nullable().meta({ description: 'Null: too few to be said' }),
        enjoying: z.int().nullable(),
        curating: z.int().nullable(),
        stewarding: z.int().nullable(),
        others: z.int().nullable(),
      }),
    ),
  }),
})
