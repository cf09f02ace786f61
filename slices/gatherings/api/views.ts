/** Gatherings as the API shows them. */
import { z } from 'zod'
import { InstantSchema } from '#kernel/clock.ts'
import { idOf } from '#kernel/ids.ts'
import { CircleId } from '#slices/circles/api.ts'
import { Access, Settings } from '../rules/calling.ts'
import { OpenItem } from '../rules/items.ts'
import { Rule } from '../rules/recurrence.ts'

export const GatheringId = idOf('gth', 'a gathering')
export const SeriesId = idOf('ser', 'a series')
export const Answer = z.enum(['yes', 'maybe', 'no'])

export const Phase = z
  .enum(['coming', 'open', 'past', 'cancelled'])
  .meta({ description: 'Where it stands; open from the opening of the doors' })

const Named = z.object({ id: z.string(), name: z.string() })

export const Listed = z
  .object({
    id: GatheringId,
    title: z.string(),
    circle: Named.nullable(),
    startsAt: InstantSchema,
    endsAt: InstantSchema,
    zone: z.string(),
    access: Access,
    phase: Phase,
    series: SeriesId.nullable(),
    answer: Answer.nullable().meta({ description: 'What the caller answered' }),
  })
  .meta({ id: 'ListedGathering' })
export type Listed = z.output<typeof Listed>

export const GatheringView = Listed.extend({
  purpose: z.string(),
  minutes: z.int(),
  doorsOpenAt: InstantSchema,
  items: z.array(OpenItem.extend({ aside: z.string().optional() })).meta({
    description: 'The running order; `aside` is there for those who shape it',
  }),
  facilitators: z.array(Named),
  calledBy: Named.nullable(),
  settings: Settings,
  sequence: z.int(),
  reason: z.string().nullable().meta({ description: 'Why it was called off' }),
  rule: Rule.nullable().meta({ description: 'How it comes again' }),
  counts: z.object({ yes: z.int(), maybe: z.int(), no: z.int() }),
  may: z.object({ shape: z.boolean(), answer: z.boolean() }),
  link: z.string().nullable().meta({ description: 'The entry link, for those who shape it' }),
}).meta({ id: 'Gathering' })
export type GatheringView = z.output<typeof GatheringView>

export const Invited = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  known: z.boolean().meta({ description: 'A person of this hall' }),
  answer: Answer.nullable(),
  invitedAt: InstantSchema,
  told: z.boolean().meta({ description: 'The newest word was sent' }),
})

export const FeedView = z.object({
  id: z.string(),
  circle: Named.nullable(),
  madeAt: InstantSchema,
})

export { CircleId }
