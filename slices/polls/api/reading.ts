/** Polls, as they are read: of a circle, one by one, what waits for me, as files. */
import { z } from 'zod'
import { InstantSchema } from '#kernel/clock.ts'
import { operation } from '#kernel/operation.ts'
import { CircleId } from '#slices/circles/api.ts'
import { GatheringId } from '#slices/gatherings/api.ts'
import { ThreadId } from '#slices/threads/api/shapes.ts'
import {
  Form,
  Mark,
  Marked,
  ofCircle,
  ofPoll,
  PollId,
  Shown,
  SlotId,
  Stance,
  State,
  Who,
} from './shapes.ts'

const Listed = z.object({
  poll: PollId,
  form: Form,
  title: z.string(),
  by: Who,
  state: State,
  closesAt: InstantSchema,
  endedAt: InstantSchema.nullable(),
  answers: z.int(),
  answered: z.boolean().meta({ description: 'By me' }),
  ended: z
    .enum(['called', 'summed'])
    .nullable()
    .meta({ description: 'A gathering was called, or a summary written' }),
})

export const listPolls = operation({
  method: 'GET',
  path: '/circles/{circle}/polls',
  summary: 'The polls of a circle: those going on, or those that are over, the newest first',
  who: 'member-of-circle',
  params: ofCircle,
  query: z.object({
    which: z.enum(['going', 'over']).default('going'),
    after: PollId.optional(),
  }),
  output: z.object({
    circle: z.string(),
    mail: z.boolean().meta({ description: 'I get letters about polls here' }),
    polls: z.array(Listed),
    next: PollId.nullable(),
  }),
})

export const choosePollMail = operation({
  method: 'PUT',
  path: '/circles/{circle}/poll-mail',
  summary: 'Whether I get letters about the polls of a circle',
  who: 'member-of-circle',
  params: ofCircle,
  body: z.object({ mail: z.boolean() }),
})

const Sums = z.object({ yes: z.int(), need: z.int(), no: z.int() })

const Slot = z.object({
  id: SlotId,
  startsAt: InstantSchema,
  minutes: z.int(),
  sums: Sums,
  mine: Mark.nullable(),
  clashes: z
    .array(
      z.object({
        gathering: GatheringId,
        title: z.string(),
        startsAt: InstantSchema,
        answer: z.enum(['yes', 'maybe', 'no']).nullable(),
      }),
    )
    .meta({ description: 'What I said yes or maybe to, or am asked to, at that time' }),
})

export const readPoll = operation({
  method: 'GET',
  path: '/polls/{poll}',
  summary: 'A poll: what is asked, what I answered, the sums, and what may be done with it',
  who: 'reads-poll',
  params: ofPoll,
  output: z.object({
    poll: PollId,
    form: Form,
    title: z.string(),
    words: z.string(),
    circle: z.object({ id: CircleId, name: z.string() }),
    thread: ThreadId.nullable(),
    zone: z.string().nullable(),
    hidden: z.boolean(),
    shown: Shown,
    state: State,
    by: Who,
    madeAt: InstantSchema,
    closesAt: InstantSchema,
    closed: z.object({ at: InstantSchema, by: Who.nullable() }).nullable(),
    withdrawn: z.object({ at: InstantSchema, by: Who.nullable(), why: z.string() }).nullable(),
    answers: z.int(),
    inside: z.int().meta({ description: 'How many are inside and could answer' }),
    sees: z.boolean().meta({ description: 'I see what others answered' }),
    mine: z.object({ stance: Stance.nullable(), text: z.string(), at: InstantSchema }).nullable(),
    slots: z.array(Slot),
    best: SlotId.nullable().meta({ description: 'The time that suits best' }),
    level: z.array(SlotId).meta({ description: 'Times that suit as many, only later' }),
    stances: z
      .object({ good: z.int(), unsure: z.int(), concern: z.int() })
      .nullable()
      .meta({ description: 'Of a sense check, to whoever sees the answers' }),
    called: z
      .object({ slot: SlotId, gathering: GatheringId, off: z.boolean() })
      .nullable()
      .meta({ description: 'The gathering that it became; off: it was called off' }),
    summary: z.object({ text: z.string(), by: Who, at: InstantSchema }).nullable(),
    may: z.object({
      answer: z.boolean(),
      keep: z.boolean(),
      call: z.boolean().meta({ description: 'Choose a time and call the gathering' }),
    }),
    seq: z.int().meta({ description: 'The number of the last entry of poll:{id}' }),
  }),
})

export const listPollAnswers = operation({
  method: 'GET',
  path: '/polls/{poll}/answers',
  summary: 'What people answered, a page at a time; of a poll that hides names only reasons',
  who: 'reads-poll',
  params: ofPoll,
  query: z.object({ after: z.string().max(60).optional() }),
  output: z.object({
    answers: z.array(
      z.object({
        who: Who.nullable().meta({ description: 'Null: names are hidden' }),
        stance: Stance.nullable(),
        text: z.string(),
        at: InstantSchema.nullable(),
        marks: z.array(Marked),
      }),
    ),
    next: z.string().nullable(),
  }),
})

export const pollsForMe = operation({
  method: 'GET',
  path: '/me/polls',
  summary: 'What waits for me: polls to answer, times to choose, summaries to write',
  who: 'signed-in',
  output: z.object({
    waiting: z.array(
      z.object({
        poll: PollId,
        title: z.string(),
        circle: z.string(),
        form: Form,
        what: z.enum(['answer', 'choose', 'sum']),
        closesAt: InstantSchema,
      }),
    ),
  }),
})

export const pollBehindGathering = operation({
  method: 'GET',
  path: '/gatherings/{gathering}/poll',
  summary: 'The poll that a gathering came from, as far as I read it',
  who: 'signed-in',
  params: z.object({ gathering: GatheringId }),
  output: z.object({ poll: z.object({ poll: PollId, title: z.string() }).nullable() }),
})

export const exportPoll = operation({
  method: 'GET',
  path: '/polls/{poll}/export/{format}',
  summary: 'The whole poll as a table (CSV) or as JSON, as far as I see it',
  who: 'reads-poll',
  params: ofPoll.extend({ format: z.enum(['csv', 'json']) }),
  produces: 'text/csv',
  limit: { count: 30, seconds: 60 },
})
