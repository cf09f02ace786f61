/** Comments: said, changed, taken back, hidden, marked, reacted to. The record never holds their words. */
import type { Updateable } from 'kysely'
import type { Reader, Transaction } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { note } from '#kernel/record.ts'
import type { Mark } from '../rules/thread.ts'
import { findComments } from './finding.ts'
import {
  type By,
  type Comment,
  type CommentId,
  type Tables,
  type Thread,
  type ThreadId,
  reading,
  topicOf,
  writing,
} from './tables.ts'

async function tell(
  tx: Transaction,
  thread: ThreadId,
  fact: { kind: string; data: object },
  { by, now }: By,
): Promise<number> {
  const [entry] = await note(tx, topicOf(thread), [fact], { now, actor: by })
  return entry?.seq ?? 0
}

export type Saying = { text: string; answers: CommentId | null; mentions: string[] }

/** Somebody says something; its number is that of its entry. */
export async function addComment(
  tx: Transaction,
  thread: Thread,
  { text, answers, mentions }: Saying,
  { by, now }: By,
): Promise<Comment> {
  const id = newId('com', Date.parse(now))
  const data = { comment: id, ...(answers && { answers }) }
  const number = await tell(tx, thread.id, { kind: 'thread.said', data }, { by, now })
  const comment = await writing(tx)
    .insertInto('thread_comments')
    .values({ id, thread: thread.id, number, who: by, text, answers, mentions, made_at: now })
    .returningAll()
    .executeTakeFirstOrThrow()
  await writing(tx)
    .updateTable('threads')
    .set({ last_at: now })
    .where('id', '=', thread.id)
    .execute()
  await findComments(tx, thread, [comment])
  return comment
}

/** A comment wherever it stands; undefined when there is none. */
export function commentOf(db: Reader, id: CommentId): Promise<Comment | undefined> {
  return reading(db)
    .selectFrom('thread_comments')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
}

/** A comment of this thread, held until the transaction ends. */
export function holdComment(
  tx: Transaction,
  thread: ThreadId,
  id: CommentId,
): Promise<Comment | undefined> {
  return writing(tx)
    .selectFrom('thread_comments')
    .selectAll()
    .where('thread', '=', thread)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** All comments of a thread in their order. */
export function commentsOf(db: Reader, thread: ThreadId): Promise<Comment[]> {
  return reading(db)
    .selectFrom('thread_comments')
    .selectAll()
    .where('thread', '=', thread)
    .orderBy('number')
    .execute()
}

async function set(
  tx: Transaction,
  thread: Thread,
  { id }: Comment,
  change: Updateable<Tables['thread_comments']>,
): Promise<void> {
  const comment = await writing(tx)
    .updateTable('thread_comments')
    .set(change)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await findComments(tx, thread, [comment])
}

/** Says it anew; what stood before is kept. */
export async function changeComment(
  tx: Transaction,
  thread: Thread,
  comment: Comment,
  { text, mentions }: Omit<Saying, 'answers'>,
  by: By,
): Promise<void> {
  const { id, changed_at, made_at } = comment
  await writing(tx)
    .insertInto('thread_versions')
    .values((eb) => ({
      comment: id,
      number: eb
        .selectFrom('thread_versions')
        .select((sub) => sub(sub.fn.coalesce(sub.fn.max('number'), sub.lit(0)), '+', 1).as('next'))
        .where('comment', '=', id),
      text: comment.text,
      at: changed_at ?? made_at,
    }))
    .execute()
  await set(tx, thread, comment, { text, mentions, changed_at: by.now })
  await tell(tx, thread.id, { kind: 'thread.changed', data: { comment: id } }, by)
}

/** What it said before, the oldest first. */
export function versionsOf(db: Reader, comment: CommentId): Promise<Tables['thread_versions'][]> {
  return reading(db)
    .selectFrom('thread_versions')
    .selectAll()
    .where('comment', '=', comment)
    .orderBy('number')
    .execute()
}

/** Takes it back: its words go, with all that they were before. */
export async function takeBack(
  tx: Transaction,
  thread: Thread,
  comment: Comment,
  by: By,
): Promise<void> {
  const { id } = comment
  await writing(tx).deleteFrom('thread_versions').where('comment', '=', id).execute()
  await writing(tx).deleteFrom('thread_reactions').where('comment', '=', id).execute()
  const gone = { text: '', mentions: [], taken_at: by.now, mark: null, marked_by: null }
  await set(tx, thread, comment, gone)
  await tell(tx, thread.id, { kind: 'thread.taken-back', data: { comment: id } }, by)
}

/** Hides it, with a reason, or shows it again. */
export async function hideComment(
  tx: Transaction,
  thread: Thread,
  comment: Comment,
  why: string | null,
  by: By,
): Promise<void> {
  const hidden =
    why === null
      ? { hidden_at: null, hidden_by: null, hidden_why: null }
      : { hidden_at: by.now, hidden_by: by.by, hidden_why: why, mark: null, marked_by: null }
  await set(tx, thread, comment, hidden)
  const kind = why === null ? 'thread.shown' : 'thread.hidden'
  await tell(tx, thread.id, { kind, data: { comment: comment.id } }, by)
}

/** Marks it as a decision or a summary, or as neither. */
export async function markComment(
  tx: Transaction,
  thread: Thread,
  comment: Comment,
  mark: Mark | null,
  by: By,
): Promise<void> {
  await set(tx, thread, comment, { mark, marked_by: mark === null ? null : by.by })
  const data = { comment: comment.id, mark }
  await tell(tx, thread.id, { kind: 'thread.marked', data }, by)
}

/** Reacts to it, or takes that back; done twice it is done once. */
export async function reactTo(
  tx: Transaction,
  comment: Comment,
  { emoji, on }: { emoji: string; on: boolean },
  by: By,
): Promise<void> {
  const own = writing(tx)
  const [change] = on
    ? await own
        .insertInto('thread_reactions')
        .values({ comment: comment.id, who: by.by, emoji, at: by.now })
        .onConflict((oc) => oc.doNothing())
        .execute()
    : await own
        .deleteFrom('thread_reactions')
        .where('comment', '=', comment.id)
        .where('who', '=', by.by)
        .where('emoji', '=', emoji)
        .execute()
  const changed =
    change && ('numDeletedRows' in change ? change.numDeletedRows : change.numInsertedOrUpdatedRows)
  if (changed === 1n)
    await tell(tx, comment.thread, { kind: 'thread.reacted', data: { comment: comment.id } }, by)
}
