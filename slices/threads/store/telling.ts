/** What came of a thread, told in its line of time: a proposal or a poll that was made of it, and its end. */
import type { Reader, Transaction } from '#kernel/database.ts'
import { note } from '#kernel/record.ts'
import type { PersonId } from '#slices/people/index.ts'
import { readsThread } from './rights.ts'
import { type Thread, type ThreadId, topicOf } from './tables.ts'
import { threadOf } from './threads.ts'

/** A thread as somebody reads it, where it goes on by now; null when they do not. */
export async function threadFor(
  db: Reader,
  person: PersonId,
  id: ThreadId,
): Promise<Thread | null> {
  const found = await threadOf(db, id)
  if (!found || !(await readsThread(db, { person }, found))) return null
  return found.merged_into ? threadFor(db, person, found.merged_into) : found
}

export type Told =
  | {
      kind: 'thread.proposed' | 'thread.decided'
      data: { decision: string; title: string; result?: string }
    }
  | { kind: 'thread.polled' | 'thread.poll-ended'; data: { poll: string; title: string } }

/** Tells it in the line of the thread, wherever that goes on by now. */
export async function tellThread(
  tx: Transaction,
  id: ThreadId,
  fact: Told,
  by: { actor: string | null; now: string },
): Promise<void> {
  const thread = await threadOf(tx, id)
  if (!thread) return
  if (thread.merged_into) return tellThread(tx, thread.merged_into, fact, by)
  await note(tx, topicOf(thread.id), [fact], by)
}
