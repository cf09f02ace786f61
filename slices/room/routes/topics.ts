/**
 * The topics of the room: who may read them, and that reading the gathering's is being there.
 * `gathering` is read by who was let in, `care` by facilitators, `own` by one member, `talk` by its two.
 */
import type { Reader } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import type { Caller } from '#kernel/session.ts'
import type { TopicFamily } from '#kernel/slice.ts'
import { z } from 'zod'
import { enterRoom } from '../rules/door.ts'
import { isFacilitator, isHere, nameIn, personOf } from '../rules/glance.ts'
import type { Who } from '../rules/call.ts'
import type { Room } from '../rules/state.ts'
import { type Held, happenIn } from '../store/changes.ts'
import { foundAgain, lostLine, setLine } from '../store/presence.ts'
import { holdRoom, roomAsItIs } from '../store/rooms.ts'
import { countSockets, nodeOf } from '../store/sockets.ts'
import { topicOf } from '../store/tables.ts'
import { talkOf } from '../store/talks.ts'
import { whoIs } from './in-room.ts'
import { isOfTalk } from './talks.ts'

async function readerOf(db: Reader, caller: Caller, gathering: string) {
  const who = await whoIs(db, caller, gathering)
  if (who === null) return null
  return { who, room: await roomAsItIs(db, gathering) }
}

function mayRead(room: Room, who: Who): boolean {
  const person = personOf(room, who)
  return person !== undefined && !person.removed
}

/** A first socket: who was in the room is in it again, and their stay goes on. */
async function arrived(hall: Hall, caller: Caller, gathering: string): Promise<void> {
  const who = await whoIs(hall.db, caller, gathering)
  if (who === null || countSockets(hall, gathering, who, 1) > 1) return
  const now = hall.clock.now()
  const browser = caller.person ? null : caller.browser
  const line = { gathering, who, node: nodeOf(hall).id, browser }
  if (await foundAgain(hall.db, line, now)) return
  await hall.transact(async (tx) => {
    const room = await holdRoom(tx, gathering)
    const person = personOf(room, who)
    if (room.endedAt || !person || person.removed) return
    await setLine(tx, line, null)
    const held: Held = { tx, gathering, room, now, actor: who }
    const { name, kind } = person
    if (!isHere(room, who)) await happenIn(held, enterRoom(room, { who, name, kind }))
  }, topicOf(gathering))
}

/** The last socket went: the stay ends unless one comes back within the grace (see timers). */
async function departed(hall: Hall, caller: Caller, gathering: string): Promise<void> {
  const who = await whoIs(hall.db, caller, gathering)
  if (who === null || countSockets(hall, gathering, who, -1) > 0) return
  await lostLine(hall.db, { gathering, who, node: nodeOf(hall).id }, hall.clock.now())
}

const Typing = z.object({ typing: z.literal(true) })

/** "… is writing": passed on with the name of who says so, at most once in two seconds. */
async function passTyping(hall: Hall, caller: Caller, gathering: string, payload: unknown) {
  if (!Typing.safeParse(payload).success) return null
  const reader = await readerOf(hall.db, caller, gathering)
  if (!reader || !isHere(reader.room, reader.who)) return null
  const often = { count: 1, seconds: 2 }
  if (hall.limits.take(`typing ${gathering} ${reader.who}`, often, hall.clock.now()) > 0)
    return null
  return { typing: reader.who, name: nameIn(reader.room, reader.who) }
}

const gathering: TopicFamily = {
  async mayRead(db, caller, id) {
    const reader = await readerOf(db, caller, id)
    return reader !== null && mayRead(reader.room, reader.who)
  },
  arrived,
  departed,
  pass: passTyping,
}

const care: TopicFamily = {
  async mayRead(db, caller, id) {
    const reader = await readerOf(db, caller, id)
    return reader !== null && isFacilitator(reader.room, reader.who)
  },
}

const own: TopicFamily = {
  async mayRead(db, caller, id) {
    const [of = '', who = ''] = id.split(':')
    return (await whoIs(db, caller, of)) === who
  },
}

const talk: TopicFamily = {
  async mayRead(db, caller, id) {
    const row = await talkOf(db, id)
    const reader = row && (await readerOf(db, caller, row.gathering))
    return row && reader ? isOfTalk(row, reader.room, reader.who) : false
  },
}

export const topics: Record<string, TopicFamily> = { gathering, care, own, talk }
