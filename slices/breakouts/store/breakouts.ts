/** Breakouts as they are now, folded from their record, and writing what happened. */
import { type Change, isRefusal } from '#kernel/change.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { Refused } from '#kernel/problem.ts'
import { entriesOf, holdTopic, note } from '#kernel/record.ts'
import { apply } from '../rules/happenings.ts'
import type { Awaited } from '#slices/voices/index.ts'
import { type Breakouts, current, membersOf, nothingYet, outNow, type Who } from '../rules/state.ts'
import { groupIn, reading, topicOf, writing } from './tables.ts'

const PAGE = 1000

export async function breakoutsOf(db: Reader, gathering: string): Promise<Breakouts> {
  let breakouts = nothingYet
  for (;;) {
    const { seq: after } = breakouts
    const entries = await entriesOf(db, topicOf(gathering), { after, limit: PAGE })
    breakouts = entries.reduce(apply, breakouts)
    if (entries.length < PAGE) return breakouts
  }
}

/** Who is planned to go into the room of a group: they stand by for its sound. */
export const plannedIn: Awaited = async (db, room) => {
  const of = groupIn(room)
  const set = of && current(await breakoutsOf(db, of.gathering))
  return set?.state === 'planned' ? membersOf(set, of?.group ?? '') : []
}

/** Breakouts that a transaction holds; `now` follows what happens. */
export type Kept = {
  tx: Transaction
  gathering: string
  breakouts: Breakouts
  now: Instant
  actor: Who | null
}

/** Holds them until the transaction ends; to be called after the room of the gathering was held. */
export async function holdBreakouts(
  tx: Transaction,
  gathering: string,
  by: Pick<Kept, 'now' | 'actor'>,
): Promise<Kept> {
  await holdTopic(tx, topicOf(gathering))
  return { tx, gathering, breakouts: await breakoutsOf(tx, gathering), ...by }
}

/** Writes a change into their record, and lets the clock know whether groups are out; throws a refusal. */
export async function happen(kept: Kept, change: Change): Promise<Breakouts> {
  if (isRefusal(change)) throw new Refused(change.refused, change.details)
  const { tx, gathering, now, actor } = kept
  const before = outNow(kept.breakouts) !== null
  const entries = await note(tx, topicOf(gathering), change.facts, { now, actor })
  kept.breakouts = entries.reduce(apply, kept.breakouts)
  const after = outNow(kept.breakouts) !== null
  if (after && !before) await writing(tx).insertInto('breakouts').values({ gathering }).execute()
  if (before && !after)
    await writing(tx).deleteFrom('breakouts').where('gathering', '=', gathering).execute()
  return kept.breakouts
}

/** The gatherings whose groups are out; a thousand at most. */
export async function gatheringsOut(db: Reader): Promise<string[]> {
  const rows = await reading(db).selectFrom('breakouts').select('gathering').limit(1000).execute()
  return rows.map(({ gathering }) => gathering)
}

/** Somebody is heard in the room of a group. */
export async function keepHeard(tx: Transaction, room: string, now: Instant): Promise<void> {
  await writing(tx)
    .insertInto('breakouts_heard')
    .values({ room, heard_at: now })
    .onConflict((oc) => oc.column('room').doUpdateSet({ heard_at: now }))
    .execute()
}

export async function heardAt(db: Reader, room: string): Promise<Instant | null> {
  const row = await reading(db)
    .selectFrom('breakouts_heard')
    .select('heard_at')
    .where('room', '=', room)
    .executeTakeFirst()
  return row?.heard_at ?? null
}

export async function forgetHeard(tx: Transaction, room: string): Promise<void> {
  await writing(tx).deleteFrom('breakouts_heard').where('room', '=', room).execute()
}
