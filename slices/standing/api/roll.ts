/** The roll: who may vote on a day, and who may not. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { PersonId } from '#slices/people/api/shapes.ts'
import { WHY } from '../rules/roll.ts'
import { CircleId, circleParams, DayText, MemberId, OnDay } from './shapes.ts'

export const readRoll = operation({
  method: 'GET',
  path: '/circles/{circle}/roll',
  summary: 'Who may vote in a circle on a day and who may not, each with the reason',
  who: 'sees-members-of-circle',
  params: circleParams,
  query: OnDay.extend({
    votes: z.stringbool().optional(),
    words: z.string().max(100).optional(),
    after: MemberId.optional(),
  }),
  output: z.object({
    circle: z.string(),
    day: DayText,
    voices: z.int(),
    silent: z.int(),
    found: z.int(),
    lines: z.array(
      z.object({
        member: MemberId,
        kind: z.enum(['person', 'co-op']),
        name: z.string(),
        class: z.string().nullable(),
        votes: z.boolean(),
        why: z
          .enum(WHY)
          .nullable()
          .meta({ description: 'Null where the standing is not yours to see' }),
        reason: z.string(),
        delegates: z.array(z.object({ person: PersonId, name: z.string() })),
        speaksFor: z.array(z.object({ circle: CircleId, name: z.string() })),
      }),
    ),
    next: MemberId.nullable(),
  }),
  limit: { count: 120, seconds: 60 },
})

export const exportRoll = operation({
  method: 'GET',
  path: '/circles/{circle}/roll.csv',
  summary: 'The whole roll of a day as a table',
  who: 'sees-members-of-circle',
  params: circleParams,
  query: OnDay,
  produces: 'text/csv',
  limit: { count: 20, seconds: 60 },
})
