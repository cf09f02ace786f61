/** Threads: begun, named, locked. */
import type { Reader, Transaction } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { note } from '#kernel/record.ts'
import type { CircleId } from '#slices/circles/index.ts'
import { findTitle } from './finding.ts'
import type { Source } from './sources.ts'
import {
  type By,
  type Quote,
  reading,
  type Thread,
  type ThreadId,
  topicOf,
  writing,
} from './tables.ts'

/** The thread; undefined when there is none. */
export function threadOf(db: Reader, id: ThreadId): Promise<Thread | undefined> {
  return reading(db).selectFrom('threads').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The thread, held until the transaction ends. */
export function holdThread(tx: Transaction, id: ThreadId): Promise<Thread | undefined> {
  return writing(tx)
    .selectFrom('threads')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export type Beginning = {
  circle: CircleId
  title: string
  source: (Source & { kind: string; id: string }) | null
  split?: ThreadId
}

/** Begins a thread, without anything said in it yet. */
export async function makeThread(
  tx: Transaction,
  { circle, title, source, split }: Beginning,
  { by, now }: By,
): Promise<ThreadId> {
  const id = newId('thr', Date.parse(now))
  await writing(tx)
    .insertInto('threads')
    .values({
      id,
      circle,
      title,
      made_by: by,
      made_at: now,
      source_kind: source?.kind ?? null,
      source: source?.id ?? null,
      source_title: source?.title ?? null,
      source_href: source?.href ?? null,
      split_from: split ?? null,
      last_at: now,
    })
    .execute()
  const quotes = source?.quotes ?? []
  if (quotes.length > 0)
    await writing(tx)
      .insertInto('thread_quotes')
      .values(quotes.map((quote, place) => ({ ...quote, thread: id, place })))
      .execute()
  const data = { circle, title, ...(source ? { from: { kind: source.kind, id: source.id } } : {}) }
  await note(tx, topicOf(id), [{ kind: 'thread.made', data }], { now, actor: by })
  await findTitle(tx, { id, circle, title, last_at: now })
  return id
}

/** What was said before it, in its order. */
export function quotesOf(db: Reader, thread: ThreadId): Promise<Quote[]> {
  return reading(db)
    .selectFrom('thread_quotes')
    .select(['who', 'name', 'text', 'at', 'href'])
    .where('thread', '=', thread)
    .orderBy('place')
    .execute()
}

/** Gives it another title. */
export async function renameThread(
  tx: Transaction,
  thread: Thread,
  title: string,
  { by, now }: By,
): Promise<void> {
  await writing(tx).updateTable('threads').set({ title }).where('id', '=', thread.id).execute()
  const data = { title, before: thread.title }
  await note(tx, topicOf(thread.id), [{ kind: 'thread.renamed', data }], { now, actor: by })
  await findTitle(tx, { ...thread, title })
}

/** Locks it, with a reason, or opens it again. */
export async function lockThread(
  tx: Transaction,
  { id }: Thread,
  why: string | null,
  { by, now }: By,
): Promise<void> {
  const set =
    why === null
      ? { locked_at: null, locked_by: null, locked_why: null }
      : { locked_at: now, locked_by: by, locked_why: why }
  await writing(tx).updateTable('threads').set(set).where('id', '=', id).execute()
  const fact =
    why === null ? { kind: 'thread.unlocked', data: {} } : { kind: 'thread.locked', data: { why } }
  await note(tx, topicOf(id), [fact], { now, actor: by })
}
