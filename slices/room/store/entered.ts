/** Whether a caller was ever let into a room, and how they stand in it: asked by every slice beside it. */
import type { Reader } from '#kernel/database.ts'
import { Refused } from '#kernel/problem.ts'
import type { Caller } from '#kernel/session.ts'
import { standingIn } from '#slices/gatherings/index.ts'
import type { Who } from '../rules/call.ts'
import { type Place, placeIn } from '../rules/place.ts'
import type { Room } from '../rules/state.ts'
import { roomAsItIs } from './rooms.ts'
import { whoIs } from './who.ts'

export type Entered = { room: Room; by: Who; standing: Place }

async function enteredIn(db: Reader, caller: Caller, gathering: string): Promise<Entered | null> {
  const [by, room] = await Promise.all([whoIs(db, caller, gathering), roomAsItIs(db, gathering)])
  return by !== null && by in room.people ? { room, by, standing: placeIn(room, by) } : null
}

/** How a caller stands in a room; refuses who was never let in (`not-in-the-room`). */
export async function enteredAs(db: Reader, caller: Caller, gathering: string): Promise<Entered> {
  const entered = await enteredIn(db, caller, gathering)
  if (!entered) throw new Refused('not-in-the-room')
  return entered
}

/** Whether a caller reads a room: let in, and not removed. */
export async function readsRoom(db: Reader, caller: Caller, gathering: string): Promise<boolean> {
  const entered = await enteredIn(db, caller, gathering)
  return entered !== null && !entered.standing.removed
}

/** Whether a caller reads what stays of a room: who reads it, members of its circle who were called, who shapes it. */
export async function readsAfterwards(
  db: Reader,
  caller: Caller,
  gathering: string,
): Promise<boolean> {
  const entered = await enteredIn(db, caller, gathering)
  if (entered) return !entered.standing.removed
  const { called, member, shapes } = await standingIn(db, caller, gathering)
  return shapes || (member && called)
}
