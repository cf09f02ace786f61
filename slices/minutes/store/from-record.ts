/** What the record of a gathering gives: the room, and the head of its chain. */
import type { Reader } from '#kernel/database.ts'
import { entriesOf } from '#kernel/record.ts'
import { emptyRoom, type Room, roomFrom, topicOf as roomTopicOf } from '#slices/room/index.ts'
import type { Minutes } from '../rules/document.ts'

const PAGE = 2000

/** The room as the record has it, also what this transaction noted and has not committed. */
export async function roomInRecord(db: Reader, gathering: string): Promise<Room> {
  let room = emptyRoom
  for (;;) {
    const entries = await entriesOf(db, roomTopicOf(gathering), { after: room.seq, limit: PAGE })
    room = roomFrom(entries, room)
    if (entries.length < PAGE) return room
  }
}

/** The record of a gathering up to now: its number and head, and the last seal of the hall. */
export async function recordOf(db: Reader, gathering: string): Promise<Minutes['record']> {
  const topic = roomTopicOf(gathering)
  const head = await db
    .selectFrom('topics')
    .select(['seq', 'hash'])
    .where('topic', '=', topic)
    .executeTakeFirst()
  const seal = await db
    .selectFrom('seals')
    .select('hash')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return {
    topic,
    seq: head?.seq ?? 0,
    head: head?.hash.toString('hex') ?? '',
    seal: seal?.hash.toString('hex') ?? null,
  }
}
