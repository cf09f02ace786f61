/** Opening a room with the call of its gathering, and following the call until it begins. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { Refused } from '#kernel/problem.ts'
import type { Entry } from '#kernel/record.ts'
import { callOf, doorsOpenAt, headingOf, phaseOf } from '#slices/gatherings/index.ts'
import { Call as CallSchema } from '../rules/call.ts'
import type { Doors } from '../rules/doors.ts'
import { callChanged, ended, roomOpened } from '../rules/life.ts'
import { happenIn, happenInCare, type Held } from '../store/changes.ts'
import { holdRoom } from '../store/rooms.ts'

/** The doors of a gathering; refuses when there is none by that id. */
export async function doorsOf(db: Reader, gathering: string, now: Instant): Promise<Doors> {
  const heading = await headingOf(db, gathering)
  if (!heading) throw new Refused('no-such-gathering')
  const { startsAt } = heading
  return { phase: phaseOf(heading, now), startsAt, opensAt: doorsOpenAt(heading) }
}

/** Opens the room with its call, or brings the call of a room that has not begun up to date. */
export async function openUp(held: Held): Promise<void> {
  const { room } = held
  if (room.beganAt || room.endedAt) return
  const called = await callOf(held.tx, held.gathering)
  if (!called) throw new Refused('no-such-gathering')
  const call = CallSchema.parse(called.call)
  if (room.call && JSON.stringify(room.call) === JSON.stringify(call)) return
  await happenIn(held, { facts: [(room.call ? callChanged : roomOpened).of({ call })] })
  await happenInCare(held, [{ kind: 'care.opened', data: { lines: called.careLines } }])
}

async function heldRoom(tx: Transaction, { topic, at, actor }: Entry): Promise<Held> {
  const gathering = topic.slice(topic.indexOf(':') + 1)
  return { tx, gathering, room: await holdRoom(tx, gathering), now: at, actor }
}

/** The call changed: who waits in the room already sees it. */
export async function followCall(tx: Transaction, entry: Entry): Promise<void> {
  const held = await heldRoom(tx, entry)
  if (held.room.call) await openUp(held)
}

/** The gathering was called off: a room that was open is closed. */
export async function closeCancelled(tx: Transaction, entry: Entry): Promise<void> {
  const held = await heldRoom(tx, entry)
  if (held.room.call && !held.room.endedAt) {
    await happenIn(held, { facts: [ended.of({ by: null })] })
  }
}
