/** Who is written to about a decision, each once. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { type CircleId, delegatesOf, stewardsOf } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import { type Decision, type DecisionId, isCircle, isPerson, reading, writing } from './tables.ts'

/** The persons behind entries: themselves, and for a co-op whoever speaks for it now. */
export async function personsBehind(
  db: Reader,
  circle: CircleId,
  members: readonly string[],
  now: Instant,
): Promise<PersonId[]> {
  const found = new Set<PersonId>(members.filter(isPerson))
  const bodies = new Set<string>(members.filter(isCircle))
  if (bodies.size > 0)
    for (const { body, person } of await delegatesOf(db, { circle }, now))
      if (bodies.has(body)) found.add(person)
  return [...found]
}

/** All on the frozen roll, or only those who have not voted. */
export async function votersOf(
  db: Reader,
  { id, circle }: Decision,
  { silent, now }: { silent: boolean; now: Instant },
): Promise<PersonId[]> {
  const query = reading(db)
    .selectFrom('decision_roll')
    .select('member')
    .where('decision', '=', id)
    .where('votes', '=', true)
  const rows = await (silent ? query.where('voted_at', 'is', null) : query).execute()
  return personsBehind(
    db,
    circle,
    rows.map(({ member }) => member),
    now,
  )
}

/** Whoever proposed it, and the stewards of its circle. */
export async function keepersOf(db: Reader, { circle, made_by }: Decision): Promise<PersonId[]> {
  return [...new Set([made_by, ...(await stewardsOf(db, circle))])]
}

/** Takes a letter; false when it was taken before. */
export async function takeLetter(
  tx: Transaction,
  letter: { decision: DecisionId; person: PersonId; about: string },
  now: Instant,
): Promise<boolean> {
  const taken = await writing(tx)
    .insertInto('decision_letters')
    .values({ ...letter, at: now })
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst()
  return taken.numInsertedOrUpdatedRows === 1n
}
