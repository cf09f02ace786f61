/** Making minutes out of the record of a gathering. */
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { note } from '#kernel/record.ts'
import type { CircleId } from '#slices/circles/index.ts'
import type { Room } from '#slices/room/index.ts'
import type { Source } from '../rules/document.ts'
import { chatOf } from '../rules/minutes-chat.ts'
import { minutesOf } from '../rules/minutes.ts'
import { withChat } from '../rules/seal.ts'
import { canonical } from '#kernel/canonical.ts'
import { indexMinutes } from './indexing.ts'
import type { Kept } from './minutes.ts'
import { type MinutesId, topicOf, type Visibility, writing } from './tables.ts'
import { roomInRecord, recordOf } from './from-record.ts'
import { insertLines, insertPeople } from './rows.ts'

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
