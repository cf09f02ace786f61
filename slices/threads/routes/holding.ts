/** The thread and the comment that an operation is about, held until its transaction ends. */
import type { Transaction } from '#kernel/database.ts'
import { Refused } from '#kernel/problem.ts'
import { holdComment } from '../store/comments.ts'
import type { Comment, CommentId, Thread, ThreadId } from '../store/tables.ts'
import { holdThread } from '../store/threads.ts'

export async function heldThread(tx: Transaction, id: ThreadId): Promise<Thread> {
  const held = await holdThread(tx, id)
  if (!held) throw new Refused('not-found')
  return held
}

export async function heldComment(
  tx: Transaction,
  { thread: id, comment: which }: { thread: ThreadId; comment: CommentId },
): Promise<{ thread: Thread; comment: Comment }> {
  const thread = await heldThread(tx, id)
  const comment = await holdComment(tx, id, which)
  if (!comment) throw new Refused('not-found')
  return { thread, comment }
}
