/** Who follows or has muted a thread, and how each wishes mail about it. */
import { sql } from 'kysely'
import type { Reader, Transaction } from '#kernel/database.ts'
import { type CircleId, delegatesOf, membersOf } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { Choice, How, Mail } from '../rules/notices.ts'
import { type By, reading, type Thread, type ThreadId, writing } from './tables.ts'

/** Everybody who is inside a circle: members and delegates. */
export async function insideOf(db: Reader, circle: CircleId): Promise<PersonId[]> {
  const [members, delegates] = await Promise.all([
    membersOf(db, circle),
    delegatesOf(db, { circle }),
  ])
  return [...new Set([...members, ...delegates].map(({ person }) => person))]
}

const NOTHING: Choice = { how: null, thread: null, circle: null }

/** What each has chosen who chose anything, for a thread and its circle. */
export async function choicesIn(
  db: Reader,
  { id, circle }: Pick<Thread, 'id' | 'circle'>,
): Promise<(person: PersonId) => Choice> {
  const [follows, wishes] = await Promise.all([
    reading(db).selectFrom('thread_follows').selectAll().where('thread', '=', id).execute(),
    reading(db).selectFrom('thread_wishes').selectAll().where('circle', '=', circle).execute(),
  ])
  const choices = new Map<PersonId, Choice>(
    wishes.map(({ person, mail }) => [person, { ...NOTHING, circle: mail }]),
  )
  for (const { person, how, mail } of follows)
    choices.set(person, { ...(choices.get(person) ?? NOTHING), how, thread: mail })
  return (person) => choices.get(person) ?? NOTHING
}

/** What one person has chosen. */
export async function choiceOf(
  db: Reader,
  { id, circle }: Pick<Thread, 'id' | 'circle'>,
  person: PersonId,
): Promise<Choice> {
  const [follow, wish] = await Promise.all([
    reading(db)
      .selectFrom('thread_follows')
      .select(['how', 'mail'])
      .where('thread', '=', id)
      .where('person', '=', person)
      .executeTakeFirst(),
    wishIn(db, circle, person),
  ])
  return { how: follow?.how ?? null, thread: follow?.mail ?? null, circle: wish }
}

/** Follows or mutes it, or neither; with how they wish mail. */
export async function choose(
  tx: Transaction,
  thread: ThreadId,
  { how, mail }: { how: How | null; mail: Mail | null },
  { by, now }: By,
): Promise<void> {
  const set = { how, mail, at: now }
  await writing(tx)
    .insertInto('thread_follows')
    .values({ thread, person: by, ...set })
    .onConflict((oc) => oc.columns(['thread', 'person']).doUpdateSet(set))
    .execute()
}

/** These follow it from now on, unless they muted it (law 6 of rules/notices.ts). */
export async function beginFollowing(
  tx: Transaction,
  thread: ThreadId,
  persons: readonly PersonId[],
  now: string,
): Promise<void> {
  if (persons.length === 0) return
  await writing(tx)
    .insertInto('thread_follows')
    .values(persons.map((person) => ({ thread, person, how: 'follow', mail: null, at: now })))
    .onConflict((oc) =>
      oc
        .columns(['thread', 'person'])
        .doUpdateSet({ how: 'follow' })
        .where('thread_follows.how', 'is', null),
    )
    .execute()
}

/** How somebody wishes mail about all threads of a circle; null: they chose nothing. */
export async function wishIn(db: Reader, circle: CircleId, person: PersonId): Promise<Mail | null> {
  const row = await reading(db)
    .selectFrom('thread_wishes')
    .select('mail')
    .where('circle', '=', circle)
    .where('person', '=', person)
    .executeTakeFirst()
  return row?.mail ?? null
}

export async function wishFor(
  tx: Transaction,
  { circle, person, mail }: { circle: CircleId; person: PersonId; mail: Mail | null },
): Promise<void> {
  if (mail === null)
    await writing(tx)
      .deleteFrom('thread_wishes')
      .where('circle', '=', circle)
      .where('person', '=', person)
      .execute()
  else
    await writing(tx)
      .insertInto('thread_wishes')
      .values({ circle, person, mail })
      .onConflict((oc) => oc.columns(['circle', 'person']).doUpdateSet({ mail }))
      .execute()
}

/** Who followed one thread follows the other, if they had no say about it yet. */
export async function followAlong(tx: Transaction, from: ThreadId, to: ThreadId): Promise<void> {
  await sql`insert into thread_follows (thread, person, how, mail, at)
    select ${to}, person, how, mail, at from thread_follows where thread = ${from}
    on conflict do nothing`.execute(tx)
}
