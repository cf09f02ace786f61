/**
 * The clock of the running order: planned beside real times, and when it will end.
 * 1. What is done has its real times. The running item ends after its minutes and what was added, or
 *    now, whichever is later. What lies ahead follows without gaps; what was skipped takes no time.
 * 2. Before it began, the order is expected from the planned start, or from now when that is past.
 * 3. The planned end is the end of the call's running order, or the end that was agreed later. A
 *    planned end that can't hold is said as soon as it is known: with the minutes it will be late.
 * All times are instants: a change of the clocks in the middle moves no length.
 */
import { type Instant, MINUTE, msBetween, plus } from '#kernel/clock.ts'
import { itemNow } from './glance.ts'
import { later } from './happening.ts'
import type { Item, Room } from './state.ts'

export type Times = { from: Instant; till: Instant }

export type Row = { item: Item; planned: Times | null; expected: Times | null }

function lengthOf(item: Item): number {
  return (item.minutes + item.extended) * MINUTE
}

/** From when on what lies ahead is expected. */
function freeFrom(room: Room, now: Instant): Instant {
  if (room.beganAt === null) return later(room.call?.startsAt ?? now, now)
  const running = itemNow(room)
  return running?.startedAt ? later(plus(running.startedAt, lengthOf(running)), now) : now
}

/** The running order with its planned times, and those it has had or will have. */
export function timetable(room: Room, now: Instant): Row[] {
  let free = freeFrom(room, now)
  return room.items.map((item) => {
    const { planned, state, startedAt, endedAt } = item
    if (startedAt) {
      const till = endedAt ?? later(plus(startedAt, lengthOf(item)), now)
      return { item, planned, expected: { from: startedAt, till } }
    }
    if (state !== 'ahead' || room.endedAt) return { item, planned, expected: null }
    const from = free
    free = plus(from, lengthOf(item))
    return { item, planned, expected: { from, till: free } }
  })
}

/** Milliseconds left of an item that runs; negative when it is over its time. */
export function timeLeft(item: Item, now: Instant): number | null {
  return item.startedAt ? msBetween(now, plus(item.startedAt, lengthOf(item))) : null
}

/** When each choice of minutes would end a running item: what the menu "extend" shows. */
export function endIfExtended(item: Item, minutes: number, now: Instant): Instant {
  return plus(later(plus(item.startedAt ?? now, lengthOf(item)), now), minutes * MINUTE)
}
