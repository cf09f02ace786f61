/**
 * The running order while it runs.
 * 1. At most one item runs. Starting one ends the one before at that very moment and frees the floor.
 * 2. "Next" names the item its presser believed to be running; when another runs by now, it is
 *    refused, so two who press together skip one item, not two.
 * 3. Extending moves all later times; items that are done keep theirs.
 * 4. Only what lies ahead can be put in another order or skipped; skipping the item that runs starts
 *    the next one.
 * 5. An item whose owners are here begins with them on the floor, save a round, breakouts and a break.
 */
import { z } from 'zod'
import { type Instant, InstantSchema, MINUTE, plus } from '#kernel/clock.ts'
import { PlannedItem, Who } from './call.ts'
import { itemNow } from './glance.ts'
import { happening } from './happening.ts'
import { freeFloor } from './speaking-time.ts'
import type { Item, Room } from './state.ts'

type Planned = Readonly<z.output<typeof PlannedItem>>

/** Items of a call with their planned times, from the planned start on. */
export function planned(items: readonly Planned[], startsAt: Instant): Item[] {
  let from = startsAt
  return items.map((item) => {
    const till = plus(from, item.minutes * MINUTE)
    const times = { from, till }
    from = till
    return ahead(item, times)
  })
}

function ahead(item: Planned, times: Item['planned']): Item {
  return { ...item, extended: 0, state: 'ahead', planned: times, startedAt: null, endedAt: null }
}

function withItem(room: Room, id: string, change: (item: Item) => Item): Room {
  const place = room.items.findIndex((item) => item.id === id)
  const item = room.items[place]
  return item ? { ...room, items: room.items.with(place, change(item)) } : room
}

/** The room after the running item, if any, has ended. */
export function endItem(room: Room, at: Instant, state: 'done' | 'skipped' = 'done'): Room {
  const now = itemNow(room)
  if (!now) return room
  const endedAt = now.startedAt !== null && now.startedAt > at ? now.startedAt : at
  return withItem(freeFloor(room, at), now.id, (item) => ({ ...item, state, endedAt }))
}

const ById = z.object({ item: z.string(), by: Who })

export const itemStarted = happening('item.started', ById, (room, { item }, { at }) => {
  const wanted = room.items.find(({ id }) => id === item)
  if (wanted?.state !== 'ahead' || room.endedAt) return room
  return withItem(endItem(room, at), item, (one) => ({ ...one, state: 'now', startedAt: at }))
})

export const itemEnded = happening('item.ended', ById, (room, { item }, { at }) =>
  itemNow(room)?.id === item ? endItem(room, at) : room,
)

export const itemSkipped = happening('item.skipped', ById, (room, { item }, { at }) => {
  if (itemNow(room)?.id === item) return endItem(room, at, 'skipped')
  return withItem(room, item, (one) => (one.state === 'ahead' ? { ...one, state: 'skipped' } : one))
})

export const itemExtended = happening(
  'item.extended',
  z.object({ item: z.string(), minutes: z.number().int().min(-1440).max(1440), by: Who }),
  (room, { item, minutes }) =>
    withItem(room, item, (one) => {
      if (one.state === 'done' || one.state === 'skipped') return one
      return { ...one, extended: Math.max(-one.minutes, one.extended + minutes) }
    }),
)

export const itemsOrdered = happening(
  'items.ordered',
  z.object({ order: z.array(z.string()).max(500), by: Who }),
  (room, { order }) => ({ ...room, items: inOrder(room.items, order) }),
)

export const itemAdded = happening(
  'item.added',
  z.object({ item: PlannedItem, after: z.string().nullable(), by: Who }),
  (room, { item, after }) => {
    if (room.items.some(({ id }) => id === item.id)) return room
    return {
      ...room,
      items: room.items.toSpliced(placeAfter(room.items, after), 0, ahead(item, null)),
    }
  },
)

export const endAgreed = happening(
  'gathering.end-agreed',
  z.object({ till: InstantSchema, by: Who }),
  (room, { till }) => ({ ...room, agreedEnd: till }),
)

export const itemHappenings = [
  itemStarted,
  itemEnded,
  itemSkipped,
  itemExtended,
  itemsOrdered,
  itemAdded,
  endAgreed,
]

/** Those ahead in the wanted order, in the places that are theirs; unnamed ones keep theirs, last. */
function inOrder(items: readonly Item[], order: readonly string[]): Item[] {
  const wish = new Map(order.map((id, place) => [id, place]))
  const rank = (item: Item) => wish.get(item.id) ?? wish.size
  const free = items.filter(({ state }) => state === 'ahead').toSorted((a, b) => rank(a) - rank(b))
  let taken = 0
  return items.map((item) => (item.state === 'ahead' ? (free[taken++] ?? item) : item))
}

/** An added item never lands before what is done or runs. */
function placeAfter(items: readonly Item[], after: string | null): number {
  const wanted = after === null ? 0 : items.findIndex(({ id }) => id === after) + 1
  const behind = items.findLastIndex(({ state }) => state === 'done' || state === 'now')
  return after !== null && wanted === 0 ? items.length : Math.max(wanted, behind + 1)
}
