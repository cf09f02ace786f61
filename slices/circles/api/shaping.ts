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
  refusals: ['own-ancestor', 'the-coop-stays', 'not-its-steward'],
})

export const mergeCircle = operation({
  method: 'POST',
  path: '/circles/{circle}/merge',
  summary: 'Merge a circle into another; its members come along, and it closes',
  who: 'steward-of-circle',
  params,
  body: z.object({ into: CircleId }),
  refusals: ['own-ancestor', 'the-coop-stays', 'not-its-steward'],
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

export const ACTS = ['move', 'merge', 'split', 'rest', 'wake', 'close'] as const

export const foretellShape = operation({
  method: 'GET',
  path: '/circles/{circle}/shape/foretold',
  summary: 'What would happen if a circle were moved, merged, split, rested, woken or closed',
  who: 'steward-of-circle',
  params,
  query: z.object({
    act: z.enum(ACTS),
    other: CircleId.optional().meta({
      description: 'The circle it would be put within or merged into',
    }),
    members: z.coerce
      .number()
      .int()
      .min(0)
      .optional()
      .meta({ description: 'How many would be split off' }),
  }),
  output: z.object({
    says: z.array(z.string()),
    stops: z.array(z.string()).meta({ description: 'Why it cannot be; mostly empty' }),
  }),
})

export const shapeHistory = operation({
  method: 'GET',
  path: '/circles/{circle}/shape',
  summary: 'What became of a circle and of those within it: when, and by whom',
  who: 'sees-members-of-circle',
  params,
  output: z.object({
    history: z.array(
      z.object({
        at: z.string(),
        by: z.string().nullable(),
        says: z.string(),
        closed: z.boolean(),
      }),
    ),
  }),
})
