/** At the door: in, or into the lobby. */
import { isRefusal } from '#kernel/change.ts'
import type { Output } from '#kernel/operation.ts'
import { Refused } from '#kernel/problem.ts'
import { serve } from '#kernel/serve.ts'
import { standingIn } from '#slices/gatherings/index.ts'
import * as api from '../api.ts'
import type { Me } from '../api.ts'
import { doorFor, enterRoom } from '../rules/door.ts'
import { unlessDoorsOpen } from '../rules/doors.ts'
import { careFor } from '../rules/duties.ts'
import { isFacilitator, personOf } from '../rules/glance.ts'
import { happenIn, happenInCare, type Held } from '../store/changes.ts'
import * as lobby from '../store/lobby.ts'
import { setLine } from '../store/presence.ts'
import { holdRoom } from '../store/rooms.ts'
import { hasSockets, nodeOf } from '../store/sockets.ts'
import { topicOf } from '../store/tables.ts'
import { browserOf, comerOf, type Enter } from './entering.ts'
import { doorsOf, openUp } from './opening.ts'

const LOBBY_MOST = 300

async function knock(held: Held, me: Me): Promise<void> {
  const waiting = await lobby.waitingIn(held.tx, held.gathering)
  const known = waiting.some(({ who }) => who === me.who)
  if (!known && waiting.length >= LOBBY_MOST) throw new Refused('lobby-full')
  const fresh = await lobby.wait(held.tx, held.gathering, { ...me, since: held.now })
  if (fresh) await happenInCare(held, [{ kind: 'care.knocked', data: me }])
}

type Entered = Output<typeof api.enterTheRoom>

async function comeIn(call: Enter, held: Held, me: Me, browser: string | null): Promise<Entered> {
  const { tx, gathering } = held
  const standing = await standingIn(tx, call.caller, gathering)
  const answer = await lobby.answerFor(tx, gathering, me.who)
  const known = personOf(held.room, me.who) || isFacilitator(held.room, me.who)
  if (!standing.called && !known && answer !== 'admitted') throw new Refused('not-called')
  const { member } = standing
  const door = doorFor(held.room, { ...me, member, admitted: answer === 'admitted' })
  if (typeof door === 'object' && isRefusal(door)) throw new Refused(door.refused)
  if (door === 'wait') {
    if (answer === 'denied') throw new Refused('denied')
    await knock(held, me)
    return { state: 'wait', me, seq: held.room.seq }
  }
  const cares = standing.shapes && personOf(held.room, me.who) === undefined
  await happenIn(held, enterRoom(held.room, me))
  if (cares) await happenIn(held, careFor(held.room, me.who))
  const node = nodeOf(call.hall).id
  const gone = hasSockets(call.hall, gathering, me.who) ? null : held.now
  await setLine(tx, { gathering, who: me.who, node, browser }, gone)
  return { state: 'in', me, seq: held.room.seq }
}

export const enter = serve(api.enterTheRoom, async (call): Promise<Entered> => {
  const { gathering } = call.params
  const doors = await doorsOf(call.db, gathering, call.now)
  const { shapes } = await standingIn(call.db, call.caller, gathering)
  const browser = call.caller.person ? null : browserOf(call)
  return call.transact(async (tx) => {
    const me = await comerOf(tx, call, browser)
    const room = await holdRoom(tx, gathering)
    const closed = unlessDoorsOpen(room, doors, { shapes, now: call.now })
    if (closed) throw new Refused(closed.refused, closed.details)
    const held: Held = { tx, gathering, room, now: call.now, actor: me.who }
    await openUp(held)
    return comeIn(call, held, me, browser)
  }, topicOf(gathering))
})
