/** Who was written to: notices of comments, and rounds of letters; each to each person once. */
import { sql } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import type { CircleId } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { Round } from '../rules/notices.ts'
import { isUnreadTo } from './reading.ts'
import { type Comment, type CommentId, reading, type ThreadId, writing } from './tables.ts'

/** Takes the notice of a comment; false when it was taken before. */
export async function takeNotice(
  tx: Transaction,
  { comment, person }: { comment: CommentId; person: PersonId },
  now: Instant,
): Promise<boolean> {
  const taken = await writing(tx)
    .insertInto('thread_letters')
    .values({ comment, person, at: now })
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst()
  return taken.numInsertedOrUpdatedRows === 1n
}

/** Begins a round; false when it was begun before, here or on another node. */
export async function beginRound(
  tx: Transaction,
  kind: Round,
  day: string,
  now: Instant,
): Promise<boolean> {
  const begun = await writing(tx)
    .insertInto('thread_rounds')
    .values({ kind, day, at: now })
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst()
  return begun.numInsertedOrUpdatedRows === 1n
}

/** What a round is about: what was said after the one before (null: there was none), up to its moment. */
export async function windowOf(
  db: Reader,
  kind: Round,
  day: string,
): Promise<{ after: Instant | null; till: Instant } | null> {
  const rows = await reading(db)
    .selectFrom('thread_rounds')
    .select(['day', 'at'])
    .where('kind', '=', kind)
    .where('day', '<=', day)
    .orderBy('day', 'desc')
    .limit(2)
    .execute()
  const [own, before] = rows
  return own?.day === day ? { after: before?.at ?? null, till: own.at } : null
}

/** Takes the letter of a round; false when it was taken before. */
export async function takeDigest(
  tx: Transaction,
  digest: { kind: Round; day: string; person: PersonId },
): Promise<boolean> {
  const taken = await writing(tx)
    .insertInto('thread_digests')
    .values(digest)
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst()
  return taken.numInsertedOrUpdatedRows === 1n
}

/** The circles in whose threads something was said in a window. */
export async function circlesSpoken(
  db: Reader,
  { after, till }: { after: Instant; till: Instant },
): Promise<CircleId[]> {
  const rows = await reading(db)
    .selectFrom('thread_comments as c')
    .innerJoin('threads as t', 't.id', 'c.thread')
    .select('t.circle')
    .distinct()
    .where('c.made_at', '>', after)
    .where('c.made_at', '<=', till)
    .execute()
  return rows.map(({ circle }) => circle)
}

/** What was said in these circles in a window and is unread to somebody, without what was noticed. */
export async function saidTo(
  db: Reader,
  person: PersonId,
  { circles, after, till }: { circles: readonly CircleId[]; after: Instant; till: Instant },
): Promise<(Comment & { title: string; circle: CircleId })[]> {
  const { rows } = await sql<Comment & { title: string; circle: CircleId; thread: ThreadId }>`
    select c.*, t.title, t.circle from thread_comments c
    join threads t on t.id = c.thread
    left join thread_reads r on r.thread = t.id and r.person = ${person}
    where t.circle = any(${[...circles]}) and c.made_at > ${after} and c.made_at <= ${till}
      and ${isUnreadTo(person)}
      and not exists (select 1 from thread_letters l where l.comment = c.id and l.person = ${person})
    order by t.last_at desc, c.number limit 1000`.execute(db)
  return rows
}
