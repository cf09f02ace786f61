/** How somebody stands in a room, for later slices: in it or not, on its stage or not. */
import type { Instant } from '#kernel/clock.ts'
import type { Who } from './call.ts'
import { isFacilitator, isHere, isWall, itemNow, nameIn, personOf, sitsAt } from './glance.ts'
import type { Room } from './state.ts'

/** The gathering of a room: a group's is named by its gathering, a dot and its own id. */
export function gatheringIn(room: string): string {
  return room.split('.')[0] ?? room
}

export type Place = {
  name: string
  here: boolean
  /** When they went; null while here, or when they never came. */
  wentAt: Instant | null
  /** Went of their own will, or was sent elsewhere; not by losing the line. */
  left: boolean
  removed: boolean
  over: boolean
  facilitates: boolean
  /** Has the floor, owns the item that runs now, or is the microphone of who has the floor. */
  onStage: boolean
  /** Only shows the stage: whatever others may, it may not. */
  isWall: boolean
}

export function placeIn(room: Room, who: Who): Place {
  const person = personOf(room, who)
  const holds = room.floor.holders.some(
    (holder) => holder.who === who || sitsAt(room, holder.who) === who,
  )
  const owns = itemNow(room)?.owners.some(({ id }) => id === who) ?? false
  return {
    name: nameIn(room, who),
    here: isHere(room, who),
    wentAt: person?.stays.at(-1)?.till ?? null,
    left: person?.left ?? false,
    removed: person?.removed ?? false,
    over: room.endedAt !== null,
    facilitates: isFacilitator(room, who),
    onStage: holds || owns,
    isWall: isWall(room, who),
  }
}
