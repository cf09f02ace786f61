/** Time on the floor, counted (the law stands in floor.ts). */
import { type Instant, msBetween } from '#kernel/clock.ts'
import { Who } from './call.ts'
import { itemNow } from './glance.ts'
import { later, withKey } from './happening.ts'
import type { Floor, Holder, Room } from './state.ts'

function share(holders: readonly Holder[], elapsed: number): Holder[] {
  const each = Math.floor(elapsed / holders.length)
  const rest = elapsed - each * holders.length
  return holders.map((holder, place) => ({
    ...holder,
    ms: holder.ms + each + (place === 0 ? rest : 0),
  }))
}

/** The floor with all time counted up to a moment; a moment before the last count adds nothing. */
export function counted(floor: Floor, at: Instant): Floor {
  if (floor.holders.length === 0) return floor
  const from = floor.countedTill ?? at
  const elapsed = Math.max(0, msBetween(from, at))
  return {
    ...floor,
    holders: share(floor.holders, elapsed),
    countedTill: later(from, at),
    heldMs: floor.heldMs + elapsed,
  }
}

/** The room after the turns of these have ended. */
export function endTurns(room: Room, ending: (who: Who) => boolean, at: Instant): Room {
  if (!room.floor.holders.some(({ who }) => ending(who))) return room
  const floor = counted(room.floor, at)
  const over = floor.holders.filter(({ who }) => ending(who))
  const item = itemNow(room)?.id ?? null
  const till = floor.countedTill ?? at
  const turns = over.map(({ who, since, ms }) => ({ who, item, from: since, till, ms }))
  let spoken = floor.spoken
  for (const { who, ms } of over) spoken = withKey(spoken, who, (spoken[who] ?? 0) + ms)
  const holders = floor.holders.filter(({ who }) => !ending(who))
  const countedTill = holders.length > 0 ? floor.countedTill : null
  return {
    ...room,
    floor: { ...floor, holders, countedTill, turns: [...floor.turns, ...turns], spoken },
  }
}

/** The room with a free floor. */
export function freeFloor(room: Room, at: Instant): Room {
  return endTurns(room, () => true, at)
}

/** Milliseconds somebody has spoken so far, the running turn included. */
export function timeSpoken(room: Room, who: Who, now?: Instant): number {
  const before = Object.hasOwn(room.floor.spoken, who) ? (room.floor.spoken[who] ?? 0) : 0
  const floor = now ? counted(room.floor, now) : room.floor
  return before + (floor.holders.find((holder) => holder.who === who)?.ms ?? 0)
}
