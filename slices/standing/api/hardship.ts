/** Hardship: asked for in confidence, granted until a day. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { optionalParagraphs, paragraphs } from '#kernel/text.ts'
import { Key } from '../rules/duty.ts'
import { CircleId, circleParams, DayText, ExcuseRequestId, MemberId } from './shapes.ts'

const Duty = Key.nullable()
  .default(null)
  .meta({ description: 'From this duty; null: from all that the rules allow' })

export const grantExcuse = operation({
  method: 'POST',
  path: '/circles/{circle}/excuses',
  summary: 'Excuse a member in hardship, from a day until a day',
  who: 'keeps-standing',
  params: circleParams,
  body: z.object({
    member: MemberId,
    duty: Duty,
    from: DayText,
    until: DayText.nullable().default(null),
  }),
  refusals: ['no-such-member', 'no-hardship', 'ends-before', 'not-your-own-excuse'],
})

export const askExcuse = operation({
  method: 'POST',
  path: '/circles/{circle}/excuse-requests',
  summary: 'Ask in confidence to be excused for a time',
  who: 'member-of-circle',
  params: circleParams,
  body: z.object({
    duty: Duty,
    until: DayText,
    said: paragraphs(1000).meta({
      description: 'Read by the treasurer and the stewards only; never in the record',
    }),
    member: CircleId.nullable()
      .default(null)
      .meta({ description: 'A member co-op for which I am a delegate; null: for myself' }),
  }),
  output: z.object({ request: ExcuseRequestId }),
  refusals: ['no-hardship', 'ends-before', 'not-yours', 'excuse-asked'],
  limit: { count: 20, seconds: 3600 },
})

export const listExcuses = operation({
  method: 'GET',
  path: '/circles/{circle}/excuse-requests',
  summary: 'Who asks to be excused and waits for an answer',
  who: 'keeps-standing',
  params: circleParams,
  output: z.object({
    requests: z.array(
      z.object({
        id: ExcuseRequestId,
        member: MemberId,
        name: z.string(),
        duty: z.string().nullable(),
        until: DayText,
        said: z.string(),
        asked: DayText,
        mine: z.boolean(),
      }),
    ),
  }),
})

export const answerExcuse = operation({
  method: 'POST',
  path: '/circles/{circle}/excuse-requests/{request}/answer',
  summary: 'Grant what somebody asked for, or decline it with a reason; withdraw my own',
  who: 'member-of-circle',
  params: z.object({ circle: CircleId, request: ExcuseRequestId }),
  body: z.object({
    answer: z.enum(['granted', 'declined', 'withdrawn']),
    until: DayText.nullable()
      .default(null)
      .meta({ description: 'Until another day than they asked for' }),
    why: optionalParagraphs(300).default(''),
  }),
  refusals: ['excuse-answered', 'not-your-own-excuse', 'why-please', 'ends-before', 'no-hardship'],
})
