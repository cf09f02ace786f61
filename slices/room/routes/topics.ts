/**
 * The topics of the room: who may read them, and that reading the gathering's is being there.
 * `gathering` is read by who was let in, `care` by facilitators, `own` by one member, `talk` by its two.
 */
import type { TopicFamily } from '#kernel/slice.ts'
import type { Who } from '../rules/call.ts'
import { isFacilitator, personOf } from '../rules/glance.ts'
import type { Room } from '../rules/state.ts'
import { talkOf } from '../store/talks.ts'
import { arrived, departed } from './being-there.ts'
import { whoIs } from '../store/who.ts'
import { readerOf } from './in-room.ts'
import { isOfTalk } from './talk-of.ts'
import { passTyping } from './typing.ts'

function mayRead(room: Room, who: Who): boolean {
  const person = personOf(room, who)
  return person !== undefined && !person.removed
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
