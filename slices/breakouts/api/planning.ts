/** Planning groups: reading them, sorting people, placing them. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { line, paragraphs } from '#kernel/text.ts'
import { MOST_GROUPS } from '../rules/planning.ts'
import { WAYS, Who } from '../rules/state.ts'
import { After, CARE, GroupId, HERE, ofGathering, ofGroup, ofMember, OFTEN } from './params.ts'

const base = { output: After, limit: OFTEN } as const

export const readBreakouts = operation({
  method: 'GET',
  path: '/gatherings/{gathering}/breakouts',
  summary: 'Read the groups of a gathering: who belongs where, until when, what they brought back',
  who: 'of-the-room',
  params: ofGathering,
  output: After,
  refusals: ['not-in-the-room', 'removed', 'no-such-gathering'],
})

const GroupGiven = z.object({
  name: line(80),
  question: z
    .union([paragraphs(2000), z.literal('')])
    .default('')
    .meta({ description: 'Its question or handout; an address in it becomes a link' }),
  host: Who.nullable().default(null),
  places: z.int().min(1).max(1000).nullable().default(null),
})

export const planBreakouts = operation({
  ...base,
  method: 'PUT',
  path: '/gatherings/{gathering}/breakouts',
  summary: 'Plan groups and sort those who are here into them; again: sort them anew',
  who: 'facilitator-of-the-room',
  params: ofGathering,
  body: z.object({
    item: z
      .string()
      .max(64)
      .nullable()
      .default(null)
      .meta({ description: 'The item of the running order; null: the one that runs' }),
    groups: z.array(GroupGiven).min(1).max(MOST_GROUPS),
    way: z.enum(WAYS).default('lot'),
    minutes: z.int().min(1).max(480).default(15),
    graceSeconds: z
      .int()
      .min(0)
      .max(300)
      .default(30)
      .meta({ description: 'How long who speaks at the end may go on' }),
    wander: z.boolean().default(false),
    withFacilitators: z.boolean().default(false),
    pairs: z
      .array(z.tuple([Who, Who]))
      .max(500)
      .default([]),
    placed: z
      .array(z.object({ who: Who, group: z.int().min(0) }))
      .max(1000)
      .default([])
      .meta({ description: 'By hand: who goes into which group, counted from 0' }),
  }),
  refusals: [...CARE, 'groups-are-out', 'no-such-group', 'nobody-by-that-id'],
})

export const dropBreakouts = operation({
  ...base,
  method: 'DELETE',
  path: '/gatherings/{gathering}/breakouts',
  summary: 'Drop the plan of groups that have not gone',
  who: 'facilitator-of-the-room',
  params: ofGathering,
  refusals: [...CARE, 'groups-are-out', 'no-groups-planned'],
})

export const goToGroup = operation({
  ...base,
  method: 'POST',
  path: '/gatherings/{gathering}/breakouts/mine',
  summary: 'Choose a group, go to another one, or come back to the main hall',
  who: 'in-the-room',
  params: ofGathering,
  body: z.object({ group: GroupId.nullable() }),
  refusals: [
    ...HERE,
    'no-groups-planned',
    'no-such-group',
    'group-is-back',
    'group-full',
    'groups-are-sorted',
  ],
})

export const placeInGroup = operation({
  ...base,
  method: 'PUT',
  path: '/gatherings/{gathering}/breakouts/people/{who}',
  summary: 'Place somebody in a group, move them to another, or bring them back',
  who: 'facilitator-of-the-room',
  params: ofMember,
  body: z.object({ group: GroupId.nullable() }),
  refusals: [...CARE, 'no-groups-planned', 'no-such-group', 'group-is-back', 'nobody-by-that-id'],
})

export const nameAHost = operation({
  ...base,
  method: 'PUT',
  path: '/gatherings/{gathering}/breakouts/{group}/host',
  summary: 'Name who facilitates a group',
  who: 'facilitator-of-the-room',
  params: ofGroup,
  body: z.object({ who: Who.nullable() }),
  refusals: [...CARE, 'no-groups-planned', 'no-such-group', 'nobody-by-that-id'],
})
