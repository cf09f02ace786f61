/** A gathering is over: its minutes are made at once, in the same transaction. */
import type { Transaction } from '#kernel/database.ts'
import type { Entry } from '#kernel/record.ts'
import { headingOf as gatheringHeadingOf } from '#slices/gatherings/index.ts'
import { draftMinutes } from './draft.ts'
import { headingOf } from './minutes.ts'
import { takePadChat } from './pad-chat.ts'

const ROOM = 'gathering:'

/** Makes the draft when a room has ended; once. */
export async function draftWhenOver(tx: Transaction, { topic, at }: Entry): Promise<void> {
  if (!topic.startsWith(ROOM)) return
  const gathering = topic.slice(ROOM.length)
  if (await headingOf(tx, gathering)) return
  const call = await gatheringHeadingOf(tx, gathering)
  await draftMinutes(tx, {
    gathering,
    circle: call?.circle ?? null,
    visibility: call?.access === 'invited' ? 'participants' : 'circle',
    source: { kind: 'room' },
    now: at,
  })
  await takePadChat(tx, gathering, at)
}
