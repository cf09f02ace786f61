/**
 * The topics of the room: who may read them, and that reading the gathering's is being there.
 * `gathering` is read by who was let in, `care` by facilitators, `own` by one member, `talk` by its two.
 */
import type { Reader } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import type { Caller } from '#kernel/session.ts'
import type { TopicFamily } from '#kernel/slice.ts'
import { z } from 'zod'
import { isFacilitator, isHere, nameIn, personOf } from '../rules/glance.ts'
import type { Who } from '../rules/call.ts'
import type { Room } from '../rules/state.ts'
import { roomAsItIs } from '../store/rooms.ts'
import { talkOf } from '../store/talks.ts'
import { whoIs } from './in-room.ts'
import { arrived, departed } from './being-there.ts'
import { isOfTalk } from './talk-of.ts'

async function readerOf(db: Reader, caller: Caller, gathering: string) {
  const who = await whoIs(db, caller, gathering)
  if (who === null) return null
  return { who, room: await roomAsItIs(db, gathering) }
}

function mayRead(room: Room, who: Who): boolean {
  const person = personOf(room, who)
  return person !== undefined && !person.removed
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
