/** "This was me": who says so of a name in a saved chat, and what a facilitator answered. */
import { sql } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { type Id, newId } from '#kernel/ids.ts'
import type { PersonId } from '#slices/people/index.ts'
import { note } from '#kernel/record.ts'
import { type MinutesId, reading, topicOf, writing } from './tables.ts'

export type Claim = { id: Id<'clm'>; who: string; person: PersonId; askedAt: Instant }

/** Claims that wait for an answer, the oldest first. */
export async function openClaims(db: Reader, minutes: MinutesId): Promise<Claim[]> {
  return reading(db)
    .selectFrom('minutes_claims')
    .select(['id', 'who', 'person', 'asked_at as askedAt'])
    .where('minutes', '=', minutes)
    .where('answer', 'is', null)
    .orderBy('asked_at')
    .execute()
}

/** Keeps a claim; the same one again answers the first. */
export async function keepClaim(
  tx: Transaction,
  minutes: MinutesId,
  { who, person, now }: { who: string; person: PersonId; now: Instant },
): Promise<string> {
  const before = (await openClaims(tx, minutes)).find(
    (claim) => claim.who === who && claim.person === person,
  )
  if (before) return before.id
  const id = newId('clm', Date.parse(now))
  await writing(tx)
    .insertInto('minutes_claims')
    .values({
      id,
      minutes,
      who,
      person,
      asked_at: now,
      answer: null,
      answered_by: null,
      answered_at: null,
    })
    .execute()
  const data = { claim: id, who, person }
  await note(tx, topicOf(minutes), [{ kind: 'minutes.claimed', data }], { now, actor: person })
  return id
}

/** Answers a claim that waits; null when there is none. */
export async function closeClaim(
  tx: Transaction,
  minutes: MinutesId,
  { claim, answer, by, now }: { claim: string; answer: 'yes' | 'no'; by: PersonId; now: Instant },
): Promise<Claim | null> {
  const open = (await openClaims(tx, minutes)).find(({ id }) => id === claim)
  if (!open) return null
  await writing(tx)
    .updateTable('minutes_claims')
    .set({ answer, answered_by: by, answered_at: now })
    .where('id', '=', open.id)
    .execute()
  return open
}

/** From now on somebody is a person: who may read, whose words these are. */
export async function becomePerson(
  tx: Transaction,
  minutes: MinutesId,
  { who, person }: { who: string; person: PersonId },
): Promise<void> {
  await writing(tx)
    .insertInto('minutes_people')
    .values({ minutes, who: person })
    .onConflict((oc) => oc.doNothing())
    .execute()
  await sql`update minutes_lines set who = ${person},
    line = jsonb_set(line, '{who}', to_jsonb(${person}::text))
    where minutes = ${minutes} and who = ${who}`.execute(tx)
}
