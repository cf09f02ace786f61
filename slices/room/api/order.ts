/** The running order itself: in another order, with more in it. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { line, optionalParagraphs } from '#kernel/text.ts'
import { ItemKind, Who } from '../rules/call.ts'
import { CARE, Done, ItemId, ofGathering, OFTEN } from './params.ts'

const care = { who: 'facilitator-of-the-room', output: Done, limit: OFTEN } as const

export const reorderTheItems = operation({
  ...care,
  method: 'PUT',
  path: '/gatherings/{gathering}/room/items/order',
  summary: 'Put what lies ahead in another order',
  params: ofGathering,
  body: z.object({ order: z.array(ItemId).max(500) }),
  refusals: [...CARE, 'order-has-changed'],
})

export const addAnItem = operation({
  ...care,
  method: 'POST',
  path: '/gatherings/{gathering}/room/items',
  summary: 'Add an item while it runs',
  params: ofGathering,
  body: z.object({
    kind: ItemKind,
    title: line(200),
    minutes: z.int().min(0).max(600),
    line: optionalParagraphs(500).default(''),
    owners: z
      .array(z.object({ id: Who.nullish(), name: line(80) }))
      .max(20)
      .default([]),
    after: ItemId.nullable().default(null),
  }),
  output: Done.extend({ item: z.string() }),
  refusals: [...CARE, 'too-many-items'],
})
