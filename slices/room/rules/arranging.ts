/** Extending, putting in order, adding (the law stands in items.ts). */
import type { z } from 'zod'
import { type Change, happenAll, refuse } from '#kernel/change.ts'
import type { Instant } from '#kernel/clock.ts'
import type { PlannedItem, Who } from './call.ts'
import { unlessFacilitator } from './glance.ts'
import { endAgreed, itemAdded, itemExtended, itemsOrdered } from './items.ts'
import type { Room } from './state.ts'

/** A facilitator gives an item more minutes, or fewer (negative); never below none. */
export function extendItem(room: Room, by: Who, id: string, minutes: number): Change {
  const refusal = unlessFacilitator(room, by)
  if (refusal) return refusal
  const item = room.items.find((one) => one.id === id)
  if (!item) return refuse('no-such-item')
  if (item.state !== 'ahead' && item.state !== 'now') return refuse('item-is-past')
  return happenAll(itemExtended.of({ item: id, minutes, by }))
}

/** A facilitator puts what lies ahead in another order; `order` names all of it, once. */
export function reorderItems(room: Room, by: Who, order: readonly string[]): Change {
  const refusal = unlessFacilitator(room, by)
  if (refusal) return refusal
  const free = room.items.filter(({ state }) => state === 'ahead').map(({ id }) => id)
  const same = free.length === order.length && free.every((id) => order.includes(id))
  return same ? happenAll(itemsOrdered.of({ order: [...order], by })) : refuse('order-has-changed')
}

/** A facilitator adds an item, after another or (null) as the next. */
export function addItem(
  room: Room,
  by: Who,
  item: z.input<typeof PlannedItem>,
  after: string | null,
): Change {
  return unlessFacilitator(room, by) ?? happenAll(itemAdded.of({ item, after, by }))
}

/** A facilitator states that those here agreed to go on until a moment. */
export function agreeToGoOn(room: Room, by: Who, till: Instant): Change {
  return unlessFacilitator(room, by) ?? happenAll(endAgreed.of({ till, by }))
}
