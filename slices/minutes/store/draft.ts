/** Making minutes out of the record of a gathering. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { entriesOf, note } from '#kernel/record.ts'
import type { CircleId } from '#slices/circles/index.ts'
import { emptyRoom, type Room, roomFrom, topicOf as roomTopicOf } from '#slices/room/index.ts'
import type { ChatLine, Minutes, Source } from '../rules/document.ts'
import { chatOf, minutesOf } from '../rules/minutes.ts'
import { withChat } from '../rules/seal.ts'
import { canonical } from '#kernel/canonical.ts'
import { indexMinutes } from './indexing.ts'
import type { Kept } from './minutes.ts'
import { type MinutesId, topicOf, type Visibility, writing } from './tables.ts'

const PAGE = 2000
const ROWS_AT_ONCE = 1000

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

export type Drafting = {
  gathering: string
  circle: CircleId | null
  visibility: Visibility
  source: Source
  now: Instant
}

/** Makes the draft of a gathering that is over and has none yet; answers its id. */
export async function draftMinutes(
  tx: Transaction,
  { gathering, circle, visibility, source, now }: Drafting,
  given?: Room,
): Promise<MinutesId> {
  const room = given ?? (await roomInRecord(tx, gathering))
  const chat = chatOf(room)
  const record = await recordOf(tx, gathering)
  const minutes = withChat(minutesOf(room, chat, { gathering, source, record }), chat)
  const id = newId('min', Date.parse(now))
  const heading = {
    id,
    gathering,
    circle,
    title: minutes.title,
    kind: source.kind,
    visibility,
    state: 'draft' as const,
    sha256: null,
  }
  await writing(tx)
    .insertInto('minutes')
    .values({
      ...heading,
      held_from: minutes.held.from,
      held_till: minutes.held.till,
      document: canonical(minutes),
      made_at: now,
      changed_at: now,
    })
    .execute()
  await insertLines(tx, id, chat)
  await insertPeople(tx, id, room)
  await note(tx, topicOf(id), [{ kind: 'minutes.drafted', data: { gathering } }], {
    now,
    actor: null,
  })
  const kept: Kept = {
    ...heading,
    minutes,
    heldFrom: minutes.held.from,
    heldTill: minutes.held.till,
    publicChat: false,
    version: 1,
    changedAt: now,
  }
  await indexMinutes(tx, kept)
  return id
}

async function insertLines(
  tx: Transaction,
  minutes: MinutesId,
  chat: readonly ChatLine[],
): Promise<void> {
  for (let from = 0; from < chat.length; from += ROWS_AT_ONCE) {
    const rows = chat.slice(from, from + ROWS_AT_ONCE).map((line) => ({
      minutes,
      seq: line.seq,
      item: line.item,
      who: line.who,
      line: JSON.stringify(line),
    }))
    await writing(tx).insertInto('minutes_lines').values(rows).execute()
  }
}

/** Who was here, under every id: a guest who turned out to be a person under both. */
async function insertPeople(tx: Transaction, minutes: MinutesId, room: Room): Promise<void> {
  const whos = Object.values(room.people).flatMap(({ who, person, removed }) =>
    removed ? [] : person ? [who, person] : [who],
  )
  const rows = [...new Set(whos)].map((who) => ({ minutes, who }))
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await writing(tx)
      .insertInto('minutes_people')
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .execute()
}
