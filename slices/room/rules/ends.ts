/** When it will end, and how late (the law stands in clock.ts). */
import { type Instant, MINUTE, msBetween, plus } from '#kernel/clock.ts'
import { timetable } from './clock.ts'
import { later } from './happening.ts'
import type { Room } from './state.ts'

/** When it was to end: as agreed while it ran, or as planned. */
export function plannedEnd(room: Room): Instant | null {
  const minutes = room.items.reduce(
    (sum, { planned, minutes: own }) => sum + (planned ? own : 0),
    0,
  )
  if (room.agreedEnd) return room.agreedEnd
  return room.call && minutes > 0 ? plus(room.call.startsAt, minutes * MINUTE) : null
}

/** When it will end as things stand, or when it ended. */
export function expectedEnd(room: Room, now: Instant): Instant | null {
  if (room.endedAt) return room.endedAt
  const ends = timetable(room, now).flatMap(({ expected }) => (expected ? [expected.till] : []))
  return ends.length > 0 ? ends.reduce(later) : null
}

/** Whole minutes that the end will be late as things stand; 0 when it holds. Nothing below 1 counts. */
export function minutesLate(room: Room, now: Instant): number {
  const wanted = plannedEnd(room)
  const expected = expectedEnd(room, now)
  if (!wanted || !expected || room.endedAt) return 0
  return Math.max(0, Math.floor(msBetween(wanted, expected) / MINUTE))
}
