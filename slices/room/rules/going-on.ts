/** Beginning, going on, skipping (the law stands in items.ts). */
import { type Change, type Fact, happenAll, refuse } from '#kernel/change.ts'
import type { ItemKind, Who } from './call.ts'
import { floorGiven, turnLength } from './floor.ts'
import { isHere, itemNext, itemNow, unlessFacilitator } from './glance.ts'
import { itemEnded, itemSkipped, itemStarted } from './items.ts'
import type { Item, Room } from './state.ts'

const BEGINS_FREE: ReadonlySet<ItemKind> = new Set(['round', 'breakouts', 'break', 'plenary'])

function starting(room: Room, item: Item, by: Who): Fact[] {
  const owners = item.owners.flatMap(({ id }) => (id && isHere(room, id) ? [id] : []))
  const started = itemStarted.of({ item: item.id, by })
  if (owners.length === 0 || BEGINS_FREE.has(item.kind)) return [started]
  const seconds = owners.length > 1 ? null : turnLength(room)
  return [started, floorGiven.of({ who: [...new Set(owners)], by, seconds })]
}

/** The facts of starting the first item ahead; none when there is none. */
export function startFirst(room: Room, by: Who): Fact[] {
  const first = itemNext(room)
  return first ? starting(room, first, by) : []
}

/** A facilitator goes on to the next item; `believed` is the item the presser saw running. */
export function nextItem(room: Room, by: Who, believed: string | null): Change {
  const refusal = unlessFacilitator(room, by) ?? unlessBegun(room)
  if (refusal) return refusal
  const now = itemNow(room)
  if ((now?.id ?? null) !== believed) return refuse('item-moved-on', { now: now?.id ?? null })
  const next = itemNext(room)
  if (next) return happenAll(...starting(room, next, by))
  return now ? happenAll(itemEnded.of({ item: now.id, by })) : refuse('nothing-ahead')
}

/** A facilitator starts an item that lies ahead, out of its turn. */
export function startItem(room: Room, by: Who, id: string): Change {
  const refusal = unlessFacilitator(room, by) ?? unlessBegun(room)
  if (refusal) return refusal
  const item = room.items.find((one) => one.id === id)
  if (!item) return refuse('no-such-item')
  return item.state === 'ahead' ? happenAll(...starting(room, item, by)) : refuse('item-is-past')
}

/** A facilitator skips an item: the running one (then the next begins) or one ahead. */
export function skipItem(room: Room, by: Who, id: string): Change {
  const refusal = unlessFacilitator(room, by)
  if (refusal) return refusal
  const item = room.items.find((one) => one.id === id)
  if (!item) return refuse('no-such-item')
  const skipped = itemSkipped.of({ item: id, by })
  if (item.state === 'ahead') return happenAll(skipped)
  return item.state === 'now' ? happenAll(skipped, ...startFirst(room, by)) : refuse('item-is-past')
}

function unlessBegun(room: Room) {
  return room.beganAt === null ? refuse('not-begun') : null
}
