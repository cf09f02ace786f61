/** The door: in, out, and the lobby. */
import { isRefusal } from '#kernel/change.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { Refused } from '#kernel/problem.ts'
import { note } from '#kernel/record.ts'
import { type Call, serve } from '#kernel/serve.ts'
import { BROWSER_COOKIE, giveCookie, hashToken, newToken } from '#kernel/session.ts'
import { standingIn } from '#slices/gatherings/index.ts'
import { enterAsGuest, guestOf, namesOf, shownName } from '#slices/people/index.ts'
import type { Output } from '#kernel/operation.ts'
import * as api from '../api/door.ts'
import type { Me } from '../api/door.ts'
import type { Who } from '../rules/call.ts'
import { doorFor, type Doors, enterRoom, leaveRoom, unlessDoorsOpen } from '../rules/door.ts'
import { isFacilitator, peopleHere, personOf } from '../rules/glance.ts'
import { careFor, lockRoom, setLobby, unlockRoom } from '../rules/duties.ts'
import { lastPage } from '../rules/saying.ts'
import type { Room } from '../rules/state.ts'
import { answersApart } from '../store/answers.ts'
import { careAsItIs } from '../store/care.ts'
import { type Held, happenIn, happenInCare } from '../store/changes.ts'
import * as lobby from '../store/lobby.ts'
import { setLine } from '../store/presence.ts'
import { holdRoom, roomAsItIs } from '../store/rooms.ts'
import { nodeOf } from '../store/sockets.ts'
import { ownOf, topicOf } from '../store/tables.ts'
import { doorsOf, openUp } from './opening.ts'
import { putOut, socketsOf } from './putting-out.ts'
import { changeRoom, inRoom, readingRoom, whoIs } from './in-room.ts'

type Enter = Call<typeof api.enterTheRoom>

/** A hall of some hundreds comes in within a minute; a flood does not. */
const NEWCOMERS = { count: 500, seconds: 60 }
const NEWCOMERS_AFTER_A_REMOVAL = { count: 60, seconds: 60 }
const LOBBY_MOST = 300

/** The cookie that a guest is known by; given when the browser has none. */
function browserOf({ caller, hall, http }: Enter): string {
  if (caller.browser) return caller.browser
  const token = newToken()
  giveCookie(http, BROWSER_COOKIE, token, hall.config.origin.startsWith('https:'))
  return hashToken(token).toString('hex')
}

async function nameOfPerson(db: Reader, person: Who): Promise<string> {
  const name = (await namesOf(db, [person])).get(person)
  if (!name) throw new Refused('name-needed')
  return shownName(name)
}

/** Who comes: a person by their session, a guest by the browser and the name they give. */
async function comerOf(tx: Transaction, call: Enter, browser: string | null): Promise<Me> {
  const { params, body, caller, now } = call
  if (caller.person) {
    return { who: caller.person, name: await nameOfPerson(tx, caller.person), kind: 'person' }
  }
  const known = await guestOf(tx, params.gathering, browser)
  const name = body.name ?? known?.name
  if (!name || !browser) throw new Refused('name-needed')
  if (!known) unlessCrowded(call, await roomAsItIs(tx, params.gathering))
  const guest = await enterAsGuest(tx, { gathering: params.gathering, browser, name, now })
  return { who: guest.id, name: shownName(guest), kind: 'guest' }
}

function unlessCrowded({ hall, params, now }: Enter, room: Room): void {
  const limit = room.strangersWait ? NEWCOMERS_AFTER_A_REMOVAL : NEWCOMERS
  const wait = hall.limits.take(`newcomers ${params.gathering}`, limit, now)
  if (wait > 0) throw new Refused('door-crowded', { wait })
}

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
  await setLine(tx, { gathering, who: me.who, node, browser }, held.now)
  return { state: 'in', me, seq: held.room.seq }
}

const enter = serve(api.enterTheRoom, async (call): Promise<Entered> => {
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

const seeLobby = serve(api.seeTheLobby, async ({ db, caller, params }) => {
  const { room, who } = await readingRoom(db, caller, params.gathering)
  if (!isFacilitator(room, who)) throw new Refused('only-facilitators')
  const [waiting, care] = await Promise.all([
    lobby.waitingIn(db, params.gathering),
    careAsItIs(db, params.gathering),
  ])
  return { waiting, ...care }
})

const answer = serve(api.answerTheDoor, async (call) =>
  inRoom(call, async (inside) => {
    const { gathering, who } = call.params
    const { admit } = call.body
    if (!isFacilitator(inside.room, inside.who)) throw new Refused('only-facilitators')
    const given = admit ? 'admitted' : 'denied'
    if (!(await lobby.answer(inside.tx, gathering, who, given)))
      throw new Refused('nobody-by-that-id')
    await happenInCare(inside, [{ kind: 'care.answered', data: { who, admit, by: inside.who } }])
    const fact = { kind: 'door.answered', data: { admit } }
    await note(inside.tx, ownOf(gathering, who), [fact], { now: call.now, actor: inside.who })
    return {}
  }),
)

const ruleLobby = serve(api.ruleTheLobby, (call) =>
  changeRoom(call, (room, who) => setLobby(room, who, call.body.lobby)),
)

const lock = serve(api.lockTheRoom, (call) =>
  changeRoom(call, (room, who) => (call.body.locked ? lockRoom(room, who) : unlockRoom(room, who))),
)

export const doorServings = [enter, see, read, leave, seeLobby, answer, ruleLobby, lock]
