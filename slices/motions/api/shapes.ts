/** What operations on motions have in common. */
import { z } from 'zod'
import { idOf } from '#kernel/ids.ts'
import { Method } from '#slices/decisions/rules/kinds/kind.ts'
import { Vote } from '#slices/decisions/rules/count/votes.ts'
import { WAYS } from '#slices/decisions/rules/life/at-gathering.ts'
import { Counted } from '../rules/counted.ts'
import { STATES } from '../rules/motions.ts'

const GatheringId = idOf('gth', 'a gathering')
export const MotionId = idOf('mot', 'a motion')
export const DecisionId = idOf('dcn', 'a decision')
export const MemberId = z
  .string()
  .regex(/^(per|cir)_\w{1,60}$/, { error: 'not the id of a member' })

export const ofGathering = z.object({ gathering: GatheringId })
export const ofMotion = ofGathering.extend({ motion: MotionId })

/** Refusals of whatever is done in the room, and of what facilitators do. */
export const HERE = ['not-in-the-room', 'gathering-over', 'removed'] as const
export const MEMBERS = [
  ...HERE,
  'guests-do-not-decide',
  'no-circle-here',
  'not-of-the-circle-here',
] as const
export const CARE = [...HERE, 'only-facilitators', 'no-circle-here'] as const
export const OFTEN = { count: 60, seconds: 60 }

export const Named = z.object({ person: z.string(), name: z.string() })

export const KindHere = z.object({
  key: z.string(),
  name: z.string(),
  choosing: z.boolean(),
  seconds: z.int(),
  mayMove: z.boolean(),
})

export const Announced = z.object({
  decision: DecisionId,
  title: z.string(),
  question: z.string(),
  kind: z.string(),
  from: z.string().nullable().meta({ description: 'When its notice ends; null: it has' }),
  ripe: z.boolean().meta({ description: 'Its notice is over, and it waits for nothing else' }),
  mayMove: z.boolean(),
})

export const TextShown = z.object({
  title: z.string(),
  question: z.string(),
  by: z.string(),
  at: z.string(),
})

/** A line of the roll of an open vote: those who are there, or voted. */
export const Voter = z.object({
  member: z.string(),
  name: z.string(),
  kind: z.enum(['person', 'co-op']),
  present: z.boolean(),
  called: z.boolean(),
  voted: z.boolean(),
  answer: z.string().nullable().meta({ description: 'Null by ballot, and before it is given' }),
})

export const VoteShown = z.object({
  decision: DecisionId,
  way: z.enum(WAYS),
  method: Method,
  eligible: z.int(),
  present: z.int(),
  voted: z.int(),
  voters: z.array(Voter).meta({ description: 'By name; empty by ballot' }),
  calling: z.string().nullable().meta({ description: 'Who was called last, in a roll call' }),
  next: z.string().nullable().meta({ description: 'Who is called next' }),
  mine: z
    .array(
      z.object({
        member: z.string(),
        name: z.string(),
        kind: z.enum(['person', 'co-op']),
        vote: Vote.nullable(),
        said: z.string(),
        by: Named.nullable().meta({ description: 'Who cast it, where it was somebody else' }),
      }),
    )
    .meta({ description: 'The entries of the roll for which I vote' }),
})

export const MotionShown = z.object({
  motion: MotionId,
  over: MotionId.nullable(),
  state: z.enum(STATES),
  kind: z.object({ key: z.string(), name: z.string(), choosing: z.boolean() }),
  title: z.string(),
  question: z.string(),
  before: z.array(TextShown).meta({ description: 'The texts before, the first one first' }),
  options: z.array(z.object({ name: z.string(), note: z.string(), person: z.string().nullable() })),
  seats: z.int(),
  movedBy: Named,
  movedAt: z.string(),
  needed: z.int(),
  seconders: z.array(Named),
  leaveAsked: z.boolean(),
  ways: z.array(z.enum(WAYS)).meta({ description: 'How it can be put to the vote' }),
  decision: DecisionId.nullable(),
  counted: Counted.nullable(),
  announced: z.boolean().meta({ description: 'It was announced, and is decided as it reads' }),
  draft: DecisionId.nullable().meta({ description: 'The draft over days that it became' }),
  endedAt: z.string().nullable(),
})

export const Step = z.object({
  do: z.enum(['second', 'state', 'talk', 'leave', 'vote']),
  motion: MotionId,
  missing: z.int(),
})
