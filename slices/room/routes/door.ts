/** Seeing the door, reading the room, leaving it. */
import { type Call, serve } from '#kernel/serve.ts'
import { standingIn } from '#slices/gatherings/index.ts'
import { namesOf, shownName } from '#slices/people/index.ts'
import type { Output } from '#kernel/operation.ts'
import * as api from '../api.ts'
import type { Me } from '../api.ts'
import { doorFor, type Doors, leaveRoom, unlessDoorsOpen } from '../rules/door.ts'
import { isFacilitator, peopleHere, personOf } from '../rules/glance.ts'
import { lastPage } from '../rules/page.ts'
import type { Room } from '../rules/state.ts'
import { answersApart } from '../store/answers.ts'
import { happenIn } from '../store/changes.ts'
import * as lobby from '../store/lobby.ts'
import { roomAsItIs } from '../store/rooms.ts'
import { doorsOf } from './opening.ts'
import { putOut, socketsOf } from './putting-out.ts'
import { inRoom, readingRoom, whoIs } from './in-room.ts'

const DOORS = api.seeTheDoor.output.shape.door

type Door = Output<typeof api.seeTheDoor>['door']

async function doorSeen(
  { db, caller, params, now }: Call<typeof api.seeTheDoor>,
  { room, me, doors }: { room: Room; me: Me | null; doors: Doors },
): Promise<Door> {
  const { called, member, shapes } = await standingIn(db, caller, params.gathering)
  const closed = unlessDoorsOpen(room, doors, { shapes, now })
  if (closed) return DOORS.parse(closed.refused)
  if (!me) return called ? 'ask-name' : 'not-called'
  const admitted = (await lobby.answerFor(db, params.gathering, me.who)) === 'admitted'
  const known = personOf(room, me.who) || isFacilitator(room, me.who) || admitted
  if (!called && !known) return 'not-called'
  const door = doorFor(room, { ...me, member, admitted })
  return typeof door === 'object' ? DOORS.parse(door.refused) : door
}

const see = serve(api.seeTheDoor, async (call) => {
  const { db, caller, params, now } = call
  const doors = await doorsOf(db, params.gathering, now)
  const room = await roomAsItIs(db, params.gathering)
  const who = await whoIs(db, caller, params.gathering)
  const name = who ? (await namesOf(db, [who])).get(who) : undefined
  const kind = caller.person ? 'person' : 'guest'
  const me: Me | null = who && name ? { who, name: shownName(name), kind } : null
  return {
    door: await doorSeen(call, { room, me, doors }),
    opensAt: doors.opensAt,
    me,
    here: peopleHere(room).length,
    beganAt: room.beganAt,
    endedAt: room.endedAt,
  }
})

const read = serve(api.readTheRoom, async ({ db, caller, params }) => {
  const { room, who } = await readingRoom(db, caller, params.gathering)
  const { name = '', kind = 'guest' } = personOf(room, who) ?? {}
  const mine = await answersApart(db, room, who)
  return { me: { who, name, kind }, room: lastPage(room), mine }
})

const leave = serve(api.leaveTheRoom, async (call) => {
  const { gathering } = call.params
  const { seq, who, sockets } = await inRoom(call, async (inside) => {
    const room = await happenIn(inside, leaveRoom(inside.room, inside.who))
    const out = await socketsOf(inside.tx, gathering, inside.who)
    return { seq: room.seq, who: inside.who, sockets: out }
  })
  putOut(call.hall, gathering, who, sockets)
  return { seq }
})

export const doorServings = [see, read, leave]
