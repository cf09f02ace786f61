/** Passkeys and the challenges that they answer. */
import { type Instant, MINUTE, plus } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { type Id, newId } from '#kernel/ids.ts'
import { note } from '#kernel/record.ts'
import type { PersonId } from '../rules/names.ts'
import { reading, writing } from './tables.ts'

const CHALLENGE_MINUTES = 5

export type PasskeyId = Id<'psk'>
type Challenge = { challenge: string; browser: string; person: PersonId | null }

/** Keeps a challenge for five minutes, for one browser and (when a passkey is added) one person. */
export async function keepChallenge(
  tx: Transaction,
  { now, ...challenge }: Challenge & { now: Instant },
): Promise<void> {
  await writing(tx)
    .insertInto('passkey_challenges')
    .values({ ...challenge, expires_at: plus(now, CHALLENGE_MINUTES * MINUTE) })
    .execute()
}

/** Uses a challenge up; false when it was never given here, or its time is over. */
export async function useChallenge(
  tx: Transaction,
  { challenge, browser, person, now }: Challenge & { now: Instant },
): Promise<boolean> {
  const used = await writing(tx)
    .deleteFrom('passkey_challenges')
    .where('challenge', '=', challenge)
    .where('browser', '=', browser)
    .where('person', person === null ? 'is' : '=', person)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return used.numDeletedRows > 0n
}

/** The passkeys of a person, oldest first. */
export async function passkeysOf(db: Reader, person: PersonId) {
  return reading(db)
    .selectFrom('passkeys')
    .select(['id', 'credential', 'transports', 'name', 'made_at', 'used_at'])
    .where('person', '=', person)
    .orderBy('made_at')
    .execute()
}

/** The passkey with this credential id. */
export async function passkeyWith(db: Reader, credential: string) {
  return reading(db)
    .selectFrom('passkeys')
    .selectAll()
    .where('credential', '=', credential)
    .executeTakeFirst()
}

export type NewPasskey = {
  person: PersonId
  credential: string
  publicKey: Uint8Array
  counter: number
  transports: readonly string[]
  name: string
  now: Instant
}

/** Adds a passkey; notes `passkey.added`. */
export async function addPasskey(tx: Transaction, given: NewPasskey): Promise<PasskeyId> {
  const { person, publicKey, now, ...row } = given
  const id = newId('psk', Date.parse(now))
  await writing(tx)
    .insertInto('passkeys')
    .values({ ...row, id, person, public_key: Buffer.from(publicKey), made_at: now, used_at: null })
    .execute()
  const facts = [{ kind: 'passkey.added', data: { passkey: id, name: given.name } }]
  await note(tx, `person:${person}`, facts, { now, actor: person })
  return id
}

/** Remembers the use of a passkey and its counter. */
export async function usePasskey(
  tx: Transaction,
  id: PasskeyId,
  counter: number,
  now: Instant,
): Promise<void> {
  await writing(tx)
    .updateTable('passkeys')
    .set({ counter, used_at: now })
    .where('id', '=', id)
    .execute()
}

type Own = { person: PersonId; passkey: PasskeyId }

/** Gives a passkey another name; false when it is not this person's. */
export async function namePasskey(
  tx: Transaction,
  { person, passkey, name }: Own & { name: string },
): Promise<boolean> {
  const named = await writing(tx)
    .updateTable('passkeys')
    .set({ name })
    .where('id', '=', passkey)
    .where('person', '=', person)
    .executeTakeFirst()
  return named.numUpdatedRows > 0n
}

/** Takes a passkey away; notes `passkey.removed`. False when it is not this person's. */
export async function removePasskey(
  tx: Transaction,
  { person, passkey, now }: Own & { now: Instant },
): Promise<boolean> {
  const removed = await writing(tx)
    .deleteFrom('passkeys')
    .where('id', '=', passkey)
    .where('person', '=', person)
    .executeTakeFirst()
  if (removed.numDeletedRows === 0n) return false
  const facts = [{ kind: 'passkey.removed', data: { passkey } }]
  await note(tx, `person:${person}`, facts, { now, actor: person })
  return true
}
