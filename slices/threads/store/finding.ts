/** Words of threads in the index of the hall, put there as they are said. */
import { sql } from 'kysely'
import type { Reader, Transaction } from '#kernel/database.ts'
import { type Findable, findText, forgetFindable, makeFindable } from '#kernel/search.ts'
import type { CircleId } from '#slices/circles/index.ts'
import { isGone } from '../rules/thread.ts'
import { type Comment, type Thread, type ThreadId, writing } from './tables.ts'

export const KIND = 'thread'
const MOST_FOUND = 500

/** By which word the threads of a circle are found. */
export function circleAudience(circle: CircleId): string {
  return `threads-of:${circle}`
}

type Heading = Pick<Thread, 'id' | 'circle' | 'title'>

const row = (
  { id, circle, title }: Heading,
  more: Pick<Findable, 'id' | 'body' | 'href' | 'at'>,
) => ({
  circle,
  audience: circleAudience(circle),
  kind: KIND,
  title,
  ...more,
  href: `/threads/${id}${more.href}`,
})

/** A thread is found by its title, and each of its comments bears it. */
export async function findTitle(
  tx: Transaction,
  thread: Heading & Pick<Thread, 'last_at'>,
): Promise<void> {
  const { id, title, last_at: at } = thread
  await makeFindable(tx, [row(thread, { id, body: '', href: '', at })])
  await sql`update search set title = ${title} where left(id, ${id.length + 1}) = ${`${id}/`}`.execute(
    tx,
  )
}

/** Comments are found as they stand now, in their thread; those that are gone are not. */
export async function findComments(
  tx: Transaction,
  thread: Heading,
  comments: readonly Comment[],
): Promise<void> {
  const there = comments.filter((comment) => !isGone(comment))
  await makeFindable(
    tx,
    there.map(({ id, text, made_at: at }) =>
      row(thread, { id: `${thread.id}/${id}`, body: text, href: `#${id}`, at }),
    ),
  )
  for (const comment of comments)
    if (isGone(comment)) await forgetFindable(tx, `${thread.id}/${comment.id}`)
}

/** What goes to another thread is found there. */
export async function findMoved(
  tx: Transaction,
  from: ThreadId,
  to: Heading,
  comments: readonly Comment[],
): Promise<void> {
  await sql`delete from search where id = any(${comments.map(({ id }) => `${from}/${id}`)})`.execute(
    tx,
  )
  await findComments(tx, to, comments)
}

/** The comments of somebody are found no more. */
export async function unfindComments(tx: Transaction, who: string): Promise<void> {
  const theirs = writing(tx)
    .selectFrom('thread_comments')
    .select(sql<string>`thread || '/' || id`.as('found'))
    .where('who', 'in', [`per_${who.slice(4)}`])
  await sql`delete from search where id in (${theirs})`.execute(tx)
}

/** The threads of a circle in which these words stand, with the piece around them, newest first. */
export async function threadsSaying(
  db: Reader,
  circle: CircleId,
  words: string,
): Promise<Map<ThreadId, { piece: string; href: string }>> {
  const found = await findText(db, {
    words,
    audiences: [circleAudience(circle)],
    kinds: [KIND],
    limit: MOST_FOUND,
  })
  const threads = new Map<ThreadId, { piece: string; href: string }>()
  for (const { href, piece } of found) {
    const id: ThreadId = `thr_${/thr_(\w+)/.exec(href)?.[1] ?? ''}`
    if (!threads.has(id) || !threads.get(id)?.piece) threads.set(id, { piece, href })
  }
  return threads
}
