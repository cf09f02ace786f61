/** How circles are moved, merged, split, rested and closed. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { optionalParagraphs } from '#kernel/text.ts'
import { CircleId, CircleName } from '../api.ts'
import { DayText, MemberId } from './members.ts'

const params = z.object({ circle: CircleId })

export const moveCircle = operation({
  method: 'PUT',
  path: '/circles/{circle}/parent',
  summary: 'Put a circle within another',
  who: 'steward-of-circle',
  params,
  body: z.object({ parent: CircleId }),
  refusals: ['own-ancestor', 'the-coop-stays'],
})

export const mergeCircle = operation({
  method: 'POST',
  path: '/circles/{circle}/merge',
  summary: 'Merge a circle into another; its members come along, and it closes',
  who: 'steward-of-circle',
  params,
  body: z.object({ into: CircleId }),
  refusals: ['own-ancestor', 'the-coop-stays'],
})

export const splitCircle = operation({
  method: 'POST',
  path: '/circles/{circle}/split',
  summary: 'Split some members off into a new circle beside this one',
  who: 'steward-of-circle',
  params,
  body: z.object({
    name: CircleName,
    purpose: optionalParagraphs(1000).default(''),
    members: z.array(MemberId).min(1).max(1000),
  }),
  output: z.object({ id: CircleId }),
  refusals: ['the-coop-stays', 'last-steward'],
})

export const restCircle = operation({
  method: 'PUT',
  path: '/circles/{circle}/rest',
  summary: 'Let a circle rest, or wake it',
  who: 'steward-of-circle',
  params,
  body: z.object({ rest: z.boolean() }),
  refusals: ['the-coop-stays'],
})

export const closeCircle = operation({
  method: 'DELETE',
  path: '/circles/{circle}',
  summary: 'Close a circle; what it was stays to be read',
  who: 'steward-of-circle',
  params,
  refusals: ['the-coop-stays', 'circles-within'],
})

export const circlesThen = operation({
  method: 'GET',
  path: '/circles-on/{day}',
  summary: 'How the circles stood on a day',
  who: 'member',
  params: z.object({ day: DayText }),
  output: z.object({
    circles: z.array(
      z.object({
        circle: CircleId,
        parent: CircleId.nullable(),
        name: z.string(),
        state: z.string(),
      }),
    ),
  }),
})
