/** The running order while it runs. */
import { z } from 'zod'
import { InstantSchema } from '#kernel/clock.ts'
import { operation } from '#kernel/operation.ts'
import { line, optionalParagraphs } from '#kernel/text.ts'
import { ItemKind, Who } from '../rules/call.ts'
import { CARE, Done, ItemId, OFTEN, ofGathering, ofItem } from './params.ts'

const care = { who: 'facilitator-of-the-room', output: Done, limit: OFTEN } as const

export const beginTheGathering = operation({
  ...care,
  method: 'POST',
  path: '/gatherings/{gathering}/room/begin',
  summary: 'Begin the gathering, and with it the first item',
  params: ofGathering,
  refusals: [...CARE, 'already-begun'],
})

export const goToNextItem = operation({
  ...care,
  method: 'POST',
  path: '/gatherings/{gathering}/room/next',
  summary: 'End the item that runs and begin the next',
  params: ofGathering,
  body: z.object({
    believed: ItemId.nullable().meta({ description: 'The item that the presser saw running' }),
  }),
  refusals: [...CARE, 'not-begun', 'item-moved-on', 'nothing-ahead'],
})

export const endTheGathering = operation({
  ...care,
  method: 'POST',
  path: '/gatherings/{gathering}/room/end',
  summary: 'End the gathering for everyone',
  params: ofGathering,
  refusals: ['gathering-over', 'only-facilitators', 'not-begun'],
})

export const startAnItem = operation({
  ...care,
  method: 'POST',
  path: '/gatherings/{gathering}/room/items/{item}/start',
  summary: 'Start an item out of its turn',
  params: ofItem,
  refusals: [...CARE, 'not-begun', 'no-such-item', 'item-is-past'],
})

export const skipAnItem = operation({
  ...care,
  method: 'POST',
  path: '/gatherings/{gathering}/room/items/{item}/skip',
  summary: 'Skip an item, ahead or running',
  params: ofItem,
  refusals: [...CARE, 'no-such-item', 'item-is-past'],
})

export const extendAnItem = operation({
  ...care,
  method: 'POST',
  path: '/gatherings/{gathering}/room/items/{item}/extend',
  summary: 'Give an item more minutes, or fewer',
  params: ofItem,
  body: z.object({ minutes: z.int().min(-240).max(240) }),
  refusals: [...CARE, 'no-such-item', 'item-is-past'],
})

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

export const agreeOnTheEnd = operation({
  ...care,
  method: 'PUT',
  path: '/gatherings/{gathering}/room/end',
  summary: 'State that those here agreed to go on until a moment',
  params: ofGathering,
  body: z.object({ till: InstantSchema }),
  refusals: CARE,
})
