/** Decisions, as they are read. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { OUTCOMES } from '../rules/count/published.ts'
import { Method } from '../rules/kinds/kind.ts'
import { STATES, WAITS_FOR_ME } from '../rules/life/life.ts'
import { ANSWERED } from '../rules/life/roll.ts'
import { CircleId } from '#slices/circles/api.ts'
import {
  ContestId,
  DecisionId,
  Entry,
  Listed,
  MemberId,
  MyEntry,
  Named,
  ofCircle,
  ofDecision,
  Rule,
  SubjectShown,
  TextShown,
  Waits,
} from './shapes.ts'

export const listDecisions = operation({
  method: 'GET',
  path: '/circles/{circle}/decisions',
  summary: 'The decisions of a circle: those going on, or those that are over, the newest first',
  who: 'member-of-circle',
  params: ofCircle,
  query: z.object({
    which: z.enum(['going', 'over']).default('going'),
    after: DecisionId.optional(),
  }),
  output: z.object({
    circle: z.string(),
    decisions: z.array(Listed),
    next: DecisionId.nullable(),
  }),
})

export const readDecision = operation({
  method: 'GET',
  path: '/decisions/{decision}',
  summary: 'One decision: its text, its life, its rules, whether I may vote on it and why',
  who: 'sees-decision',
  params: ofDecision,
  output: z.object({
    decision: DecisionId,
    circle: z.object({ id: CircleId, name: z.string() }),
    zone: z.string(),
    state: z.enum(STATES),
    kind: z
      .object({
        key: z.string(),
        name: z.string(),
        method: Method,
        shows: z.string(),
        secrecy: z.string(),
      })
      .nullable(),
    rules: z.array(Rule),
    version: z
      .int()
      .nullable()
      .meta({ description: 'The version of the constitution that rules it' }),
    ruledBy: CircleId.nullable(),
    text: TextShown,
    before: z.array(TextShown).meta({ description: 'The texts before, the newest first' }),
    madeBy: Named,
    madeAt: z.string(),
    urgent: z.boolean(),
    openDays: z.int().nullable(),
    proposedAt: z.string().nullable(),
    opensAt: z.string().nullable(),
    openedAt: z.string().nullable(),
    closesAt: z.string().nullable(),
    gathering: z
      .string()
      .nullable()
      .meta({ description: 'The gathering that decides it, or decided it, in its room' }),
    countedAt: z.string().nullable(),
    ended: z
      .object({
        at: z.string(),
        by: Named.nullable(),
        why: z.string().nullable(),
        words: z.string(),
      })
      .nullable(),
    follows: DecisionId.nullable(),
    thread: z.string().nullable().meta({ description: 'The thread that it was made of' }),
    followedBy: DecisionId.nullable(),
    waits: z.array(Waits).meta({ description: 'For what a proposal waits before it opens' }),
    support: z.object({ needed: z.int(), by: z.array(Named), mine: z.boolean() }),
    turnout: z.object({ eligible: z.int(), voted: z.int() }).nullable(),
    mine: z
      .array(MyEntry)
      .meta({ description: 'My entry of the roll, and those of co-ops I speak for' }),
    proxies: z
      .int()
      .meta({ description: 'For how many others somebody may vote; 0: nobody votes for another' }),
    withdrawn: z
      .array(z.object({ option: z.int(), words: z.string(), at: z.string() }))
      .meta({ description: 'Options by their number that withdrew while ballots were cast' }),
    extended: z.int().meta({ description: 'How often it was opened for longer' }),
    contests: z.int().meta({ description: 'Objections to the roll that nobody answered yet' }),
    outcome: z
      .object({
        result: z.enum(OUTCOMES),
        elected: z.array(z.int()),
        words: z.string().nullable(),
        by: Named.nullable(),
        reviewOn: z.string().nullable(),
      })
      .nullable(),
    subject: SubjectShown.nullable().meta({ description: 'What it is about beside its text' }),
    imported: z
      .object({
        origin: z.string(),
        link: z.string().nullable(),
        assumed: z.boolean().meta({ description: 'When it passes was not said there' }),
        anonymous: z.boolean(),
      })
      .nullable()
      .meta({ description: 'Where it was decided, if elsewhere' }),
    may: z.object({ keep: z.boolean(), steward: z.boolean(), record: z.boolean() }),
  }),
})

export const readRoll = operation({
  method: 'GET',
  path: '/decisions/{decision}/roll',
  summary: 'The roll: who may vote on it, who may not, with class, weight and reason',
  who: 'sees-decision',
  params: ofDecision,
  query: z.object({
    votes: z.enum(['true', 'false']).optional(),
    words: z.string().max(100).optional(),
    after: MemberId.optional(),
  }),
  output: z.object({
    title: z.string(),
    frozenAt: z.string().nullable(),
    sha256: z.string().nullable(),
    contestable: z.boolean(),
    secret: z.boolean().meta({ description: 'Ballots are secret; then voted is: took a paper' }),
    opensAt: z.string().nullable(),
    on: z.int(),
    off: z.int(),
    lines: z.array(
      Entry.extend({
        delegates: z.array(z.string()),
        mine: z.boolean(),
        voted: z
          .boolean()
          .nullable()
          .meta({ description: 'Null before the close, where ballots are not secret' }),
        proxy: z.string().nullable().meta({ description: 'Who votes for them, by their proxy' }),
      }),
    ),
    next: MemberId.nullable(),
    contests: z.array(
      z.object({
        contest: ContestId,
        member: z.string(),
        name: z.string(),
        by: z.string(),
        says: z.string(),
        at: z.string(),
        answer: z.enum(ANSWERED).nullable(),
        reason: z.string().nullable(),
        answeredBy: z.string().nullable(),
      }),
    ),
    steward: z.boolean(),
  }),
})

export const waitsForMe = operation({
  method: 'GET',
  path: '/me/decisions',
  summary: 'What waits for me: ballots, objections and answers to them, advice, outcomes to word',
  who: 'signed-in',
  output: z.object({
    waiting: z.array(
      z.object({
        decision: DecisionId,
        title: z.string(),
        circle: z.string(),
        what: z.enum(WAITS_FOR_ME),
        as: z
          .array(z.string())
          .meta({ description: 'For whom beside myself: co-ops, and members who asked me' }),
        closesAt: z.string().nullable(),
      }),
    ),
  }),
})
