/** The door as it is seen from outside. */
import type { Output } from '#kernel/operation.ts'
import { type Call, serve } from '#kernel/serve.ts'
import { standingIn } from '#slices/gatherings/index.ts'
import { namesOf, shownName } from '#slices/people/index.ts'
import * as api from '../api.ts'
import type { Me } from '../api.ts'
import { doorFor } from '../rules/door.ts'
import { type Doors, unlessDoorsOpen } from '../rules/doors.ts'
import { isFacilitator, peopleHere, personOf } from '../rules/glance.ts'
import type { Room } from '../rules/state.ts'
import * as lobby from '../store/lobby.ts'
import { roomAsItIs } from '../store/rooms.ts'
import { whoIs } from '../store/who.ts'
import { doorsOf } from './opening.ts'

const DOORS = api.seeTheDoor.output.shape.door

type Door = Output<typeof api.seeTheDoor>['door']

async function doorSeen(
  { db, caller, params, now }: Call<typeof api.seeTheDoor>,
  { room, me, doors }: { room: Room; me: Me | null; doors: Doors },
): Promise<Door> {
  const { called, member, shapes } = await standingIn(db, caller, params.gathering)
  const admitted =
    me !== null && (await lobby.answerFor(db, params.gathering, me.who)) === 'admitted'
  const known = me && (personOf(room, me.who) || isFacilitator(room, me.who) || admitted)
  if (!called && !known) return 'not-called'
  const closed = unlessDoorsOpen(room, doors, { shapes, now })
  if (closed) return DOORS.parse(closed.refused)
  if (!me) return 'ask-name'
  const door = doorFor(room, { ...me, member, admitted })
  return typeof door === 'object' ? DOORS.parse(door.refused) : door
}

export const see = serve(api.seeTheDoor, async (call) => {
  const { db, caller, params, now } = call
  const doors = await doorsOf(db, params.gathering, now)
  const room = await roomAsItIs(db, params.gathering)
  const who = await whoIs(db, caller, params.gathering)
  const name = who ? (await namesOf(db, [who])).get(who) : undefined
  const kind = caller.person ? 'person' : 'guest'
  const me: Me | null = who && name ? { who, name: shownName(name), kind } : null
  const door = await doorSeen(call, { room, me, doors })
  // Whoever is not called learns nothing of what goes on behind it.
  if (door === 'not-called')
    return { door, opensAt: null, me, here: 0, beganAt: null, endedAt: null }
  const { opensAt } = doors
  const here = peopleHere(room).length
  return { door, opensAt, me, here, beganAt: room.beganAt, endedAt: room.endedAt }
})
