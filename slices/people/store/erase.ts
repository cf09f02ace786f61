/** Erasure: the person is forgotten, the facts stay (law 1 of the words). */
import { sql } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import { note, redact } from '#kernel/record.ts'
import { endSessions } from '#kernel/session.ts'
import type { GuestId, PersonId } from '../rules/names.ts'
import { topicOf } from './persons.ts'
import { sealMerges } from './records.ts'
import { writing } from './tables.ts'

const SAYS_WHO = ['person.came', 'person.changed', 'passkey.added']

/**
 * Forgets a person in all their records: name, address, passkeys, sessions, links and mails to them.
 * Notes `person.erased` for each, with the guests they were, which later slices hear to redact their
 * words. Answers the ids of the sessions that ended.
 */
export async function erasePerson(
  tx: Transaction,
  { person, now }: { person: PersonId; now: Instant },
): Promise<string[]> {
  const others = await sealMerges(tx, person)
  const ended = await eraseRecord(tx, { person, now })
  for (const other of others) await eraseRecord(tx, { person: other, now })
  return ended
}

async function eraseRecord(
  tx: Transaction,
  { person, now }: { person: PersonId; now: Instant },
): Promise<string[]> {
  const own = writing(tx)
  const before = await own
    .selectFrom('persons')
    .select('email')
    .where('id', '=', person)
    .where('erased_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!before) return []
  const guests = await eraseGuestNames(tx, person)
  await note(tx, topicOf(person), [{ kind: 'person.erased', data: { person, guests } }], {
    now,
    actor: person,
  })
  await forgetWays(tx, person, before.email)
  await own
    .updateTable('persons')
    .set({ name: null, email: null, locale: null, zone: null, addressed: null, erased_at: now })
    .where('id', '=', person)
    .execute()
  await redactOwnTopic(tx, person, now)
  return endSessions(tx, { person })
}

async function eraseGuestNames(tx: Transaction, person: PersonId): Promise<GuestId[]> {
  const rows = await writing(tx)
    .updateTable('guests')
    .set((eb) => ({ name: null, name_key: eb.ref('id'), browser: '' }))
    .where('person', '=', person)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Every way in, and every place where the address stands. */
async function forgetWays(tx: Transaction, person: PersonId, email: string | null): Promise<void> {
  const own = writing(tx)
  await own.deleteFrom('passkeys').where('person', '=', person).execute()
  await own.deleteFrom('passkey_challenges').where('person', '=', person).execute()
  await own.deleteFrom('known_browsers').where('person', '=', person).execute()
  await own.deleteFrom('sign_in_codes').where('person', '=', person).execute()
  await own
    .updateTable('invitations')
    .set({ email: null, name: null, expires_at: '1970-01-01T00:00:00.000Z' })
    .where((eb) => eb.or([eb('person', '=', person), ...(email ? [eb('email', '=', email)] : [])]))
    .execute()
  if (email === null) return
  await own.deleteFrom('sign_in_codes').where('email', '=', email).execute()
  await own
    .deleteFrom('outbox')
    .where(sql<string>`lower(recipient)`, '=', email)
    .execute()
}

async function redactOwnTopic(tx: Transaction, person: PersonId, now: Instant): Promise<void> {
  const topic = topicOf(person)
  const rows = await tx
    .selectFrom('record')
    .select('seq')
    .where('topic', '=', topic)
    .where('kind', 'in', SAYS_WHO)
    .where('stands', 'is', null)
    .orderBy('seq')
    .execute()
  for (const { seq } of rows)
    await redact(tx, { topic, seq, stands: { erased: true } }, { now, actor: null })
}
