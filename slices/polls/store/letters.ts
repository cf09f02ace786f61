/** Who is written to about a poll, each once, and who wishes no such letters. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { type CircleId, delegatesOf, membersOf } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import { type Poll, type PollId, reading, writing } from './tables.ts'

/** Everybody who is inside a circle: members and delegates. */
export async function insideOf(db: Reader, circle: CircleId): Promise<PersonId[]> {
  const [members, delegates] = await Promise.all([
    membersOf(db, circle),
    delegatesOf(db, { circle }),
  ])
  return [...new Set([...members, ...delegates].map(({ person }) => person))]
}

async function answerersOf(db: Reader, poll: PollId): Promise<PersonId[]> {
  const rows = await reading(db)
    .selectFrom('poll_replies')
    .select('person')
    .where('poll', '=', poll)
    .execute()
  return rows.map(({ person }) => person)
}

async function mutedIn(db: Reader, circle: CircleId): Promise<Set<PersonId>> {
  const rows = await reading(db)
    .selectFrom('poll_mutes')
    .select('person')
    .where('circle', '=', circle)
    .execute()
  return new Set(rows.map(({ person }) => person))
}

/** Of those inside who wish letters: all, those who have answered, or those who have not. */
export async function addresseesOf(
  db: Reader,
  { id, circle }: Pick<Poll, 'id' | 'circle'>,
  which: 'all' | 'answered' | 'silent',
): Promise<PersonId[]> {
  const [inside, muted, answerers] = await Promise.all([
    insideOf(db, circle),
    mutedIn(db, circle),
    which === 'all' ? [] : answerersOf(db, id),
  ])
  const answered = new Set(answerers)
  return inside.filter(
    (person) =>
      !muted.has(person) && (which === 'all' || answered.has(person) === (which === 'answered')),
  )
}

/** Takes a letter; false when it was taken before. */
export async function takeLetter(
  tx: Transaction,
  letter: { poll: PollId; person: PersonId; about: string },
  now: Instant,
): Promise<boolean> {
  const taken = await writing(tx)
    .insertInto('poll_letters')
    .values({ ...letter, at: now })
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst()
  return taken.numInsertedOrUpdatedRows === 1n
}

/** Whether somebody gets letters about the polls of a circle. */
export async function wishesMail(db: Reader, circle: CircleId, person: PersonId): Promise<boolean> {
  const muted = await reading(db)
    .selectFrom('poll_mutes')
    .select('person')
    .where('circle', '=', circle)
    .where('person', '=', person)
    .executeTakeFirst()
  return muted === undefined
}

/** Chooses whether one gets them. */
export async function chooseMail(
  tx: Transaction,
  { circle, person, mail }: { circle: CircleId; person: PersonId; mail: boolean },
  now: Instant,
): Promise<void> {
  if (mail)
    await writing(tx)
      .deleteFrom('poll_mutes')
      .where('circle', '=', circle)
      .where('person', '=', person)
      .execute()
  else
    await writing(tx)
      .insertInto('poll_mutes')
      .values({ circle, person, at: now })
      .onConflict((oc) => oc.doNothing())
      .execute()
}
