/** What each person has read of threads, and what is unread to them (the law stands in rules/reading.ts). */
import { sql } from 'kysely'
import type { Reader, Transaction } from '#kernel/database.ts'
import type { CircleId } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import { type Range, type Reading, readUpTo, UNREAD } from '../rules/reading.ts'
import { reading, type ThreadId } from './tables.ts'

/** `{[3,5),[7,8)}` as PostgreSQL writes it: 3, 4 and 7. */
function rangesIn(text: string): Range[] {
  return [...text.matchAll(/\[(\d+),(\d+)\)/g)].map(([, from, till]) => ({
    from: Number(from),
    to: Number(till) - 1,
  }))
}

function asRanges(also: readonly Range[]): string {
  return `{${also.map(({ from, to }) => `[${from},${to}]`).join(',')}}`
}

/** What everybody has read of a thread who ever read in it. */
export async function readingsOf(db: Reader, thread: ThreadId): Promise<Map<PersonId, Reading>> {
  const rows = await reading(db)
    .selectFrom('thread_reads')
    .selectAll()
    .where('thread', '=', thread)
    .execute()
  return new Map(
    rows.map(({ person, up_to: upTo, also }) => [person, { upTo, also: rangesIn(also) }]),
  )
}

export async function readingIn(db: Reader, thread: ThreadId, person: PersonId): Promise<Reading> {
  const row = await reading(db)
    .selectFrom('thread_reads')
    .selectAll()
    .where('thread', '=', thread)
    .where('person', '=', person)
    .executeTakeFirst()
  return row ? { upTo: row.up_to, also: rangesIn(row.also) } : UNREAD
}

/** Writes down what somebody has read. Two devices at once: the further number stays. */
export async function saveReading(
  tx: Transaction,
  thread: ThreadId,
  person: PersonId,
  { upTo, also }: Reading,
): Promise<void> {
  await sql`insert into thread_reads (thread, person, up_to, also)
    values (${thread}, ${person}, ${upTo}, ${asRanges(also)}::int4multirange)
    on conflict (thread, person) do update
      set up_to = greatest(thread_reads.up_to, excluded.up_to), also = excluded.also`.execute(tx)
}

/** The number of the last comment of a thread; 0 when there is none. */
export async function lastNumber(db: Reader, thread: ThreadId): Promise<number> {
  const { last } = await reading(db)
    .selectFrom('thread_comments')
    .select((eb) => eb.fn.coalesce(eb.fn.max('number'), eb.lit(0)).as('last'))
    .where('thread', '=', thread)
    .executeTakeFirstOrThrow()
  return Number(last)
}

/** Somebody has read up to a number; answers up to which by now. */
export async function markRead(
  tx: Transaction,
  thread: ThreadId,
  person: PersonId,
  number: number,
): Promise<number> {
  const [before, last] = await Promise.all([readingIn(tx, thread, person), lastNumber(tx, thread)])
  const after = readUpTo(before, number, last)
  await saveReading(tx, thread, person, after)
  return after.upTo
}

/** Law 1 as the database counts it: `c` is the comment, `r` what this person has read there. */
export const isUnreadTo = (person: PersonId) => sql<boolean>`(c.who <> ${person}
  and c.taken_at is null and c.hidden_at is null
  and c.number > coalesce(r.up_to, 0) and not (c.number <@ coalesce(r.also, '{}'::int4multirange)))`

/** How many are unread to somebody in these threads, and the number of the first. */
export async function unreadIn(
  db: Reader,
  threads: readonly ThreadId[],
  person: PersonId,
): Promise<Map<ThreadId, { unread: number; first: number }>> {
  if (threads.length === 0) return new Map()
  const { rows } = await sql<{ thread: ThreadId; unread: number; first: number }>`
    select c.thread, count(*)::int as unread, min(c.number) as first
    from thread_comments c
    left join thread_reads r on r.thread = c.thread and r.person = ${person}
    where c.thread = any(${[...threads]}) and ${isUnreadTo(person)}
    group by c.thread`.execute(db)
  return new Map(rows.map(({ thread, ...counts }) => [thread, counts]))
}

export type Waiting = {
  thread: ThreadId
  circle: CircleId
  title: string
  unread: number
  named: boolean
}

/**
 * The threads of these circles with something unread to somebody: those they follow, those begun since
 * a moment, those in which they are named; what they muted waits for nobody.
 */
export async function waitingFor(
  db: Reader,
  { person, circles, since }: { person: PersonId; circles: readonly CircleId[]; since: string },
): Promise<Waiting[]> {
  if (circles.length === 0) return []
  const { rows } = await sql<Waiting>`
    select t.id as thread, t.circle, t.title, count(*)::int as unread,
      bool_or(${person} = any(c.mentions)) as named
    from threads t
    join thread_comments c on c.thread = t.id
    left join thread_reads r on r.thread = t.id and r.person = ${person}
    left join thread_follows f on f.thread = t.id and f.person = ${person}
    where t.circle = any(${[...circles]}) and t.merged_into is null
      and f.how is distinct from 'mute' and ${isUnreadTo(person)}
    group by t.id, f.how
    having f.how = 'follow' or t.made_at > ${since} or bool_or(${person} = any(c.mentions))
    order by t.last_at desc
    limit 100`.execute(db)
  return rows
}
