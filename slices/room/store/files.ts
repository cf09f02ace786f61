/**
 * Files of a gathering and of its items: who reads and who adds them.
 * 1. They are read by whoever may see the gathering, and by whoever was let into its room, but not
 *    by who was removed from it.
 * 2. They are added by members of its circle and by who shapes it, before, during and after; by
 *    others who were let in, guests too, while it is on; not by a wall (rules/walls.ts), nor for a seat
 *    at somebody else's microphone (rules/seats.ts).
 * 3. Who shapes it also takes away what others added.
 */
import type { Reader } from '#kernel/database.ts'
import type { Caller } from '#kernel/session.ts'
import type { FileHolder } from '#slices/files/index.ts'
import { headingOf, standingIn } from '#slices/gatherings/index.ts'
import { guestOf } from '#slices/people/index.ts'
import { isWall } from '../rules/glance.ts'
import { roomAsItIs } from './rooms.ts'

/** What the caller is to a gathering and in its room. */
async function lookUp(db: Reader, caller: Caller, gathering: string) {
  const [call, room, guest] = await Promise.all([
    standingIn(db, caller, gathering),
    roomAsItIs(db, gathering),
    caller.person ? null : guestOf(db, gathering, caller.browser),
  ])
  const who = caller.person ?? guest?.id ?? null
  const known = Object.values(room.people).filter(
    (one) => one.seat === null && (one.who === who || one.person === who),
  )
  return {
    ...call,
    who,
    inside: who !== null && known.length > 0,
    removed: who !== null && known.some((one) => one.removed),
    on: room.beganAt !== null && room.endedAt === null && !(who && isWall(room, who)),
  }
}

export const gatheringFiles: FileHolder = {
  async mayRead(db, caller, id) {
    const { called, inside, removed, shapes } = await lookUp(db, caller, id)
    return removed ? shapes : called || inside
  },
  async mayAdd(db, caller, id) {
    const { who, called, inside, removed, member, shapes, on } = await lookUp(db, caller, id)
    if (removed && !shapes) return null
    return shapes || (member && called) || (on && inside) ? who : null
  },
  async mayTidy(db, caller, id) {
    return (await standingIn(db, caller, id)).shapes
  },
  async circleOf(db, id) {
    return (await headingOf(db, id))?.circle ?? null
  },
}

/** An item is named by its gathering, a dot and its own id; what holds there holds for it. */
const gatheringIn = (item: string): string => item.split('.')[0] ?? ''

export const itemFiles: FileHolder = {
  mayRead: (db, caller, id) => gatheringFiles.mayRead(db, caller, gatheringIn(id)),
  mayAdd: (db, caller, id) => gatheringFiles.mayAdd(db, caller, gatheringIn(id)),
  mayTidy: async (db, caller, id) =>
    (await gatheringFiles.mayTidy?.(db, caller, gatheringIn(id))) ?? false,
  circleOf: (db, id) => gatheringFiles.circleOf(db, gatheringIn(id)),
  partOf: (id) => ({ kind: 'gathering', id: gatheringIn(id) }),
}
