/** The threads of a circle in a list, with what of them is unread to somebody. */
import { sql } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import type { CircleId } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { How } from '../rules/notices.ts'
import { isUnreadTo } from './reading.ts'
import type { ThreadId } from './tables.ts'

export type Listed = {
  id: ThreadId
  title: string
  made_by: PersonId
  made_at: Instant
  last_at: Instant
  locked: boolean
  comments: number
  unread: number
  how: How | null
}

export type Asked = {
  circle: CircleId
  person: PersonId
  which: 'all' | 'unread' | 'followed'
  /** Only these, such as those that a search found. */
  among: readonly ThreadId[] | null
  /** Where the page before ended. */
  before: { at: Instant; id: string } | null
  limit: number
}

/** Those in which something was said last first; what was merged away is not there. */
export async function listedThreads(db: Reader, asked: Asked): Promise<Listed[]> {
  const { circle, person, which, among, before, limit } = asked
  const counts = sql`select count(*) filter (where c.taken_at is null and c.hidden_at is null)::int as comments,
      count(*) filter (where ${isUnreadTo(person)})::int as unread
    from thread_comments c where c.thread = t.id`
  const limits = [
    sql`t.circle = ${circle} and t.merged_into is null`,
    ...(among ? [sql`t.id = any(${[...among]})`] : []),
    ...(before ? [sql`(t.last_at, t.id) < (${before.at}, ${before.id})`] : []),
    ...(which === 'unread' ? [sql`n.unread > 0 and f.how is distinct from 'mute'`] : []),
    ...(which === 'followed' ? [sql`f.how = 'follow'`] : []),
  ]
  const { rows } = await sql<Listed>`
    select t.id, t.title, t.made_by, t.made_at, t.last_at, t.locked_at is not null as locked,
      n.comments, n.unread, f.how
    from threads t
    left join thread_reads r on r.thread = t.id and r.person = ${person}
    left join thread_follows f on f.thread = t.id and f.person = ${person}
    cross join lateral (${counts}) n
    where ${sql.join(limits, sql` and `)}
    order by t.last_at desc, t.id desc limit ${limit}`.execute(db)
  return rows
}

/** How many comments of these threads are there to be read. */
export async function countsOf(
  db: Reader,
  threads: readonly ThreadId[],
): Promise<Map<ThreadId, number>> {
  const { rows } = await sql<{ thread: ThreadId; comments: number }>`
    select thread, count(*)::int as comments from thread_comments
    where thread = any(${[...threads]}) and taken_at is null and hidden_at is null
    group by thread`.execute(db)
  return new Map(rows.map(({ thread, comments }) => [thread, comments]))
}
