/** How somebody stands in a room, for later slices: in it or not, on its stage or not. */
import type { Instant } from '#kernel/clock.ts'
import type { Who } from './call.ts'
import { isFacilitator, isHere, itemNow, nameIn, personOf } from './glance.ts'
import type { Room } from './state.ts'

export type Place = {
  name: string
  here: boolean
  /** When they went; null while here, or when they never came. */
  wentAt: Instant | null
  removed: boolean
  over: boolean
  facilitates: boolean
  /** Has the floor, or owns the item that runs now. */
  onStage: boolean
}

export function placeIn(room: Room, who: Who): Place {
  const person = personOf(room, who)
  const holds = room.floor.holders.some((holder) => holder.who === who)
  const owns = itemNow(room)?.owners.some(({ id }) => id === who) ?? false
  return {
    name: nameIn(room, who),
    here: isHere(room, who),
    wentAt: person?.stays.at(-1)?.till ?? null,
    removed: person?.removed ?? false,
    over: room.endedAt !== null,
    facilitates: isFacilitator(room, who),
    onStage: holds || owns,
  }
}
