/** Writing what happened in a room, in the transaction that holds it. */
import type { Change, Fact, Refusal } from '#kernel/change.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import { allow } from '#kernel/problem.ts'
import { note, redact } from '#kernel/record.ts'
import type { Who } from '../rules/call.ts'
import type { Going } from '../rules/hiding.ts'
import type { Room } from '../rules/state.ts'
import { afterEntries, roomAsItIs } from './rooms.ts'
import { careOf, topicOf } from './tables.ts'

/** A room that a transaction holds. `room` follows what happens. */
export type Held = {
  tx: Transaction
  gathering: string
  room: Room
  now: Instant
  actor: Who | null
}

/** Writes a change into the record of the gathering and answers the room after it; throws a refusal. */
export async function happenIn(held: Held, change: Change): Promise<Room> {
  const { facts } = allow(change)
  const { tx, gathering, now, actor } = held
  const entries = await note(tx, topicOf(gathering), facts, { now, actor })
  held.room = afterEntries(tx, gathering, held.room, entries)
  return held.room
}

/** Writes facts that facilitators alone read. */
export async function happenInCare(
  { tx, gathering, now, actor }: Held,
  facts: Fact[],
): Promise<void> {
  await note(tx, careOf(gathering), facts, { now, actor })
}

/** Takes words out of the record; what a facilitator hid goes to the record of facilitators. */
export async function redactIn(held: Held, going: Going | Refusal): Promise<Room> {
  const { redactions, care } = allow(going)
  const { tx, gathering, now, actor } = held
  await happenInCare(held, care)
  for (const { seq, stands } of redactions) {
    await redact(tx, { topic: topicOf(gathering), seq, stands }, { now, actor })
  }
  held.room = await roomAsItIs(tx, gathering)
  return held.room
}
