/** Items while the running order runs. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { CARE, Done, ofItem, OFTEN } from './params.ts'

const care = { who: 'facilitator-of-the-room', output: Done, limit: OFTEN } as const

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
