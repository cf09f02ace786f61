/**
 * Conversations that were held elsewhere, brought in with their own times, many comments at once. Nobody
 * is told of them, and who is inside when they come has read them: they were read where they were said.
 */
import { sql } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { note } from '#kernel/record.ts'
import type { CircleId } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import { insideOf } from './following.ts'
import { findComments, findTitle } from './finding.ts'
import { type CommentId, reading, type Thread, type ThreadId, topicOf, writing } from './tables.ts'
import { threadOf } from './threads.ts'

export type ThreadBrought = {
  circle: CircleId
  title: string
  by: PersonId
  at: Instant
  /** The kind of place it comes from, and where it stands there; null: that is not said. */
  from: { kind: string; id: string; title: string; href: string } | null
  /** When nothing more was to be said there. */
  locked: Instant | null
}

/** A thread as it was begun elsewhere; nothing is said in it yet. */
export async function bringThread(
  tx: Transaction,
  { circle, title, by, at, from, locked }: ThreadBrought,
  now: Instant,
): Promise<ThreadId> {
  const id = newId('thr', Date.parse(at))
  await writing(tx)
    .insertInto('threads')
    .values({
      id,
      circle,
      title,
      made_by: by,
      made_at: at,
      source_kind: from?.kind ?? null,
      source: from?.id ?? null,
      source_title: from?.title ?? null,
      source_href: from?.href ?? null,
      locked_at: locked,
      last_at: at,
    })
    .execute()
  const facts = [{ kind: 'thread.made', data: { circle, title } }]
  await note(tx, topicOf(id), facts, { now, actor: null })
  await findTitle(tx, { id, circle, title, last_at: at })
  return id
}

/** Where a thread goes on by now; undefined when there is none. */
export async function standingThread(tx: Transaction, id: ThreadId): Promise<Thread | undefined> {
  const found = await threadOf(tx, id)
  return found?.merged_into ? standingThread(tx, found.merged_into) : found
}

export type CommentBrought = {
  id: CommentId
  who: PersonId
  text: string
  answers: CommentId | null
  at: Instant
  changed: Instant | null
}

/** Comments in their order, each with its number in the line of time. */
export async function bringComments(
  tx: Transaction,
  thread: Thread,
  comments: readonly CommentBrought[],
  now: Instant,
): Promise<void> {
  if (comments.length === 0) return
  const facts = comments.map(({ id }) => ({ kind: 'thread.brought', data: { comment: id } }))
  const entries = await note(tx, topicOf(thread.id), facts, { now, actor: null })
  const rows = await writing(tx)
    .insertInto('thread_comments')
    .values(
      comments.map(({ id, who, text, answers, at, changed }, place) => ({
        id,
        thread: thread.id,
        number: entries[place]?.seq ?? 0,
        who,
        text,
        answers,
        mentions: [],
        made_at: at,
        changed_at: changed,
      })),
    )
    .returningAll()
    .execute()
  const last = comments.reduce((latest, { at }) => (at > latest ? at : latest), '')
  await sql`update threads set last_at = greatest(last_at, ${last}::timestamptz)
    where id = ${thread.id}`.execute(tx)
  await findComments(tx, thread, rows)
}

export type ReactionBrought = { comment: CommentId; who: PersonId; emoji: string; at: Instant }

/** Reactions, each once; answers how many are new. */
export async function bringReactions(
  tx: Transaction,
  reactions: readonly ReactionBrought[],
): Promise<number> {
  if (reactions.length === 0) return 0
  const done = await writing(tx)
    .insertInto('thread_reactions')
    .values([...reactions])
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst()
  return Number(done.numInsertedOrUpdatedRows ?? 0)
}

/** Whoever is inside now has read all of a thread. */
export async function readByAll(tx: Transaction, thread: Thread): Promise<void> {
  const inside = await insideOf(tx, thread.circle)
  const { last } = await reading(tx)
    .selectFrom('thread_comments')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('thread', '=', thread.id)
    .executeTakeFirstOrThrow()
  if (inside.length === 0 || last === null) return
  await writing(tx)
    .insertInto('thread_reads')
    .values(inside.map((person) => ({ thread: thread.id, person, up_to: last, also: '{}' })))
    .onConflict((oc) =>
      oc.columns(['thread', 'person']).doUpdateSet((eb) => ({ up_to: eb.ref('excluded.up_to') })),
    )
    .execute()
}
