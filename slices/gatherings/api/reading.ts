/** Lists, one gathering, and orders to begin from. */
import { z } from 'zod'
import { InstantSchema } from '#kernel/clock.ts'
import { operation } from '#kernel/operation.ts'
import { ItemGiven } from '../rules/items.ts'
import { TEMPLATES } from '../rules/repeat.ts'
import { one } from './params.ts'
import { CircleId, GatheringView, Listed } from './views.ts'

export const listGatherings = operation({
  method: 'GET',
  path: '/gatherings',
  summary: 'List gatherings that the caller may see: coming ones by their start, or past ones',
  who: 'anyone',
  query: z.object({
    when: z.enum(['coming', 'past']).default('coming'),
    circle: CircleId.optional(),
    from: InstantSchema.optional().meta({ description: 'Go on from this start' }),
  }),
  output: z.object({
    gatherings: z.array(Listed),
    next: InstantSchema.nullable().meta({ description: 'Go on `from` here; null at the end' }),
    mayCall: z.boolean(),
  }),
})

export const readGathering = operation({
  method: 'GET',
  path: '/gatherings/{gathering}',
  summary: 'Read a gathering with its running order',
  who: 'anyone',
  params: one,
  query: z.object({ key: z.string().max(40).optional() }),
  output: GatheringView,
  refusals: ['not-found'],
})

const Order = z.object({
  name: z.string(),
  title: z.string(),
  minutes: z.int(),
  items: z.array(ItemGiven),
})

export const listTemplates = operation({
  method: 'GET',
  path: '/gathering-templates',
  summary: 'Running orders to begin from',
  who: 'signed-in',
  output: z.object({ templates: z.array(Order.extend({ name: z.enum(TEMPLATES) })) }),
})
