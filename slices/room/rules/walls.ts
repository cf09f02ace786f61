/**
 * Walls: the stage on a projector, opened by a link, without a sign-in.
 * 1. Facilitators make links for walls, name them, and take them back. A link ends with the gathering.
 * 2. Who opens one is in the room as a wall: it reads what everybody there reads, and does nothing. It
 *    is not counted among the people, asks for nothing, sends no sound, and stands in no minutes.
 * 3. A link shows one wall at a time: opened somewhere else, it is dark where it was before.
 * 4. A wall that was taken back is dark at once and stays out; nobody else is kept out by that.
 */
import { z } from 'zod'
import { type Change, type Fact, happenAll, refuse } from '#kernel/change.ts'
import { Who } from './call.ts'
import { personOf } from './glance.ts'
import { happening, withKey } from './happening.ts'
import { gone, withPerson } from './stays.ts'
import type { Room } from './state.ts'

/** The most links of a gathering that were not taken back. */
export const MOST_WALLS = 10

export const wallOpened = happening(
  'wall.opened',
  z.object({ who: Who, by: Who }),
  (room, { who, by }) =>
    room.endedAt || personOf(room, who)
      ? room
      : { ...room, walls: withKey(room.walls, who, { by }) },
)

export const wallClosed = happening(
  'wall.closed',
  z.object({ who: Who }),
  (room, { who }, { at }) => {
    const person = personOf(room, who)
    if (!Object.hasOwn(room.walls, who) || !person) return room
    const out = gone(room, who, { at, keep: false })
    return withPerson(out, { ...person, ...personOf(out, who), removed: true })
  },
)

export const wallHappenings = [wallOpened, wallClosed]

/** Law 3: a browser opens the link, after another one did. */
export function openWall(
  room: Room,
  { who, by, before }: { who: Who; by: Who; before: Who | null },
): Change {
  if (room.endedAt) return refuse('gathering-over')
  const dark: Fact[] = before && before !== who ? [wallClosed.of({ who: before })] : []
  if (personOf(room, who)?.removed) return refuse('wall-gone')
  return happenAll(...dark, ...(Object.hasOwn(room.walls, who) ? [] : [wallOpened.of({ who, by })]))
}

/** Law 4. */
export function closeWall(who: Who | null): Change {
  return who ? happenAll(wallClosed.of({ who })) : happenAll()
}
