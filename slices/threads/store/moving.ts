/** Splitting and merging in the database: what goes, its new numbers, what each has read of it. */
import { sql } from 'kysely'
import type { Transaction } from '#kernel/database.ts'
import { note } from '#kernel/record.ts'
import { forgetFindable } from '#kernel/search.ts'
import {
  hasRead,
  type Move,
  type Reading,
  readingAfter,
  readingOf,
  UNREAD,
} from '../rules/reading.ts'
import { commentsOf } from './comments.ts'
import { findMoved } from './finding.ts'
import { followAlong } from './following.ts'
import { readingsOf, saveReading } from './reading.ts'
import { type By, type Comment, type Thread, topicOf, writing } from './tables.ts'

/** Puts comments behind what stands in a thread; answers where each went. */
async function bring(
  tx: Transaction,
  comments: readonly Comment[],
  to: Thread,
  { by, now }: By,
): Promise<Move[]> {
  const facts = comments.map(({ id, number, thread }) => ({
    kind: 'thread.came',
    data: { comment: id, from: { thread, number } },
  }))
  const entries = await note(tx, topicOf(to.id), facts, { now, actor: by })
  const ids = comments.map(({ id }) => id)
  const numbers = entries.map(({ seq }) => seq)
  await sql`update thread_comments c set thread = ${to.id}, number = m.number
    from unnest(${ids}::text[], ${numbers}::int[]) as m(id, number) where c.id = m.id`.execute(tx)
  const last = comments.reduce((late, { made_at: at }) => (at > late ? at : late), to.last_at)
  await writing(tx).updateTable('threads').set({ last_at: last }).where('id', '=', to.id).execute()
  return comments.map(({ number }, at) => ({ from: number, to: numbers[at] ?? 0 }))
}

async function findAgain(tx: Transaction, from: Thread, to: Thread, moved: readonly Comment[]) {
  const ids = new Set<string>(moved.map(({ id }) => id))
  const there = (await commentsOf(tx, to.id)).filter(({ id }) => ids.has(id))
  await findMoved(tx, from.id, to, there)
}

/** Takes these comments of a thread to another, which was made for them. */
export async function splitInto(
  tx: Transaction,
  from: Thread,
  to: Thread,
  { goes, stays }: { goes: readonly Comment[]; stays: readonly Comment[] },
  by: By,
): Promise<void> {
  const { now } = by
  const count = goes.length
  const data = { count, to: to.id, title: to.title }
  await note(tx, topicOf(from.id), [{ kind: 'thread.split', data }], { now, actor: by.by })
  const came = { kind: 'thread.came-from', data: { count, from: from.id, title: from.title } }
  await note(tx, topicOf(to.id), [came], { now, actor: by.by })
  const moves = await bring(tx, goes, to, by)
  await followAlong(tx, from.id, to.id)
  for (const [person, there] of await readingsOf(tx, from.id)) {
    await saveReading(tx, to.id, person, readingAfter({ here: UNREAD, own: [], there, moves }))
    await saveReading(tx, from.id, person, readingOfStaying(stays, there))
  }
  await findAgain(tx, from, to, goes)
}

/** The number up to which they have read stays; it never goes back. */
function readingOfStaying(stays: readonly Comment[], there: Reading): Reading {
  const numbers = stays.map(({ number }) => number)
  const read = new Set(numbers.filter((number) => hasRead(there, number)))
  return { ...readingOf(numbers, read), upTo: there.upTo }
}

/** Takes all comments of a thread to the end of another; it leads there from then on. */
export async function mergeInto(
  tx: Transaction,
  from: Thread,
  into: Thread,
  by: By,
): Promise<void> {
  const { now } = by
  const [goes, own] = [await commentsOf(tx, from.id), await commentsOf(tx, into.id)]
  const [here, there] = [await readingsOf(tx, into.id), await readingsOf(tx, from.id)]
  const came = { from: from.id, title: from.title, count: goes.length }
  const facts = [{ kind: 'thread.came-from', data: came }]
  await note(tx, topicOf(into.id), facts, { now, actor: by.by })
  const moves = await bring(tx, goes, into, by)
  const numbers = own.map(({ number }) => number)
  for (const person of new Set([...here.keys(), ...there.keys()])) {
    const mine = { here: here.get(person) ?? UNREAD, there: there.get(person) ?? UNREAD }
    await saveReading(tx, into.id, person, readingAfter({ ...mine, own: numbers, moves }))
  }
  await followAlong(tx, from.id, into.id)
  await writing(tx)
    .updateTable('threads')
    .set({ merged_into: into.id, merged_at: now })
    .where('id', '=', from.id)
    .execute()
  const merged = { kind: 'thread.merged', data: { into: into.id } }
  await note(tx, topicOf(from.id), [merged], { now, actor: by.by })
  await findAgain(tx, from, into, goes)
  await forgetFindable(tx, from.id)
}
