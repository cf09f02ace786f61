/**
 * The floor: who has it, and how long.
 * 1. Nobody, one person, or several (a panel) have it. Who gets it leaves the stack.
 * 2. A facilitator gives and takes it; given anew, a new turn begins. Who has it may say "I have
 *    finished". A new item, a break and the end of the gathering free it, and so does leaving.
 * 3. Time spoken is counted in whole milliseconds. While several have the floor, the time is shared
 *    evenly between them (what is left over goes to the first), so the sum of all turns is always
 *    the time the floor was held.
 * 4. A turn has a length or none. Over its length nothing is cut off: it is said, kindly.
 * 5. In a circle one is heard without the floor: that counts too, beside the turns (heard.ts).
 * 6. In a round everybody in it has the floor once, in order; who passes is passed over. The round
 *    is over when the last of it has had the floor or passed.
 */
import { z } from 'zod'
import { Who } from './call.ts'
import { isHere } from './glance.ts'
import { happening, later } from './happening.ts'
import { counted, endTurns, freeFloor } from './speaking-time.ts'
import { REQUEST_KINDS, type Room, type Round } from './state.ts'

const Seconds = z.number().int().min(10).max(7200)

function without(round: Round | null, gone: (who: Who) => boolean): Round | null {
  if (!round) return null
  const left = round.left.filter((who) => !gone(who))
  return left.length === 0 ? null : { ...round, left }
}

export const floorGiven = happening(
  'floor.given',
  z.object({
    who: z.array(Who).min(1).max(50),
    by: Who,
    seconds: Seconds.nullish(),
    kind: z.enum(REQUEST_KINDS).nullish(),
    /** Beside those who have it, instead of after them. */
    beside: z.boolean().nullish(),
  }),
  (room, { who, seconds, kind, beside }, { at }) => {
    const known = new Set(who.filter((one) => isHere(room, one)))
    if (known.size === 0 || room.endedAt) return room
    const before = beside ? room : freeFloor(room, at)
    const floor = counted(before.floor, at)
    const fresh = [...known].filter((one) => !floor.holders.some((holder) => holder.who === one))
    const since = later(floor.countedTill ?? at, at)
    const turns = fresh.map((one) => ({
      who: one,
      since,
      seconds: seconds ?? null,
      ms: 0,
      kind: kind ?? null,
    }))
    return {
      ...before,
      floor: {
        ...floor,
        holders: [...floor.holders, ...turns],
        countedTill: since,
        round: without(floor.round, (one) => known.has(one)),
      },
      stack: {
        ...room.stack,
        requests: room.stack.requests.filter((request) => !known.has(request.who)),
      },
    }
  },
)

export const floorEnded = happening(
  'floor.ended',
  z.object({ who: Who, by: Who }),
  (room, { who }, { at }) => endTurns(room, (one) => one === who, at),
)

export const turnExtended = happening(
  'floor.extended',
  z.object({ who: Who, seconds: z.number().int().min(1).max(7200), by: Who }),
  (room, { who, seconds }) => ({
    ...room,
    floor: {
      ...room.floor,
      holders: room.floor.holders.map((holder) =>
        holder.who === who && holder.seconds !== null
          ? { ...holder, seconds: holder.seconds + seconds }
          : holder,
      ),
    },
  }),
)

export const turnSet = happening(
  'floor.turn-set',
  z.object({ seconds: Seconds.nullable(), by: Who }),
  (room, { seconds }) => ({ ...room, floor: { ...room.floor, turnSeconds: seconds } }),
)

export const roundOpened = happening(
  'round.opened',
  z.object({ order: z.array(Who).min(1).max(1000), seconds: Seconds.nullish(), by: Who }),
  (room, { order, seconds }) => {
    const once = [...new Set(order)]
    return {
      ...room,
      floor: { ...room.floor, round: { order: once, left: once, seconds: seconds ?? null } },
    }
  },
)

export const roundPassed = happening(
  'round.passed',
  z.object({ who: Who, by: Who }),
  (room, { who }) => ({
    ...room,
    floor: { ...room.floor, round: without(room.floor.round, (one) => one === who) },
  }),
)

export const roundClosed = happening('round.closed', z.object({ by: Who }), (room) => ({
  ...room,
  floor: { ...room.floor, round: null },
}))

export const floorHappenings = [
  floorGiven,
  floorEnded,
  turnExtended,
  turnSet,
  roundOpened,
  roundPassed,
  roundClosed,
]

/** The length of the turn that somebody would get now, in seconds. */
export function turnLength(room: Room): number | null {
  return room.floor.round?.seconds ?? room.floor.turnSeconds
}
