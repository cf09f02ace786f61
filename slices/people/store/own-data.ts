/**
 * All that the hall holds of somebody. Every change has its entry in the record with who did it,
 * so the record is asked, and no slice can be forgotten. What slices hold beside the record (the words
 * of notes) they hand over themselves, by a port.
 */
import type { Instant } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import { port } from '#kernel/port.ts'
import type { GuestId, PersonId } from '../rules/names.ts'
import { passkeysOf } from './passkeys.ts'
import { personOf } from './persons.ts'
import { recordsOf } from './records.ts'
import { sessionsOf } from './sessions.ts'
import { reading } from './tables.ts'

/** What a slice holds of these (a person, the guests they were) beside the record. */
export const heldOfPeople =
  port<(db: Reader, whos: readonly string[], now: Instant) => Promise<readonly object[]>>(
    'own data',
  )

export type Whose = { person: PersonId | null; browser: string | null; now: Instant }

/** The data of a person and the guests they were, or of the guests of a browser. */
export async function ownData(db: Reader, whose: Whose) {
  const { person, now } = whose
  const guests = await guestsFor(db, whose)
  const records = person ? await recordsOf(db, person) : []
  const actors = [...records, ...guests.map(({ id }) => id)]
  return {
    taken: now,
    person: person ? await personData(db, person, now) : null,
    guests,
    did: await deedsOf(db, actors),
    held: await heldOf(db, actors, now),
  }
}

async function heldOf(db: Reader, actors: readonly string[], now: Instant) {
  const held: Record<string, readonly object[]> = {}
  if (actors.length > 0)
    for (const [under, ask] of heldOfPeople.all()) held[under] = await ask(db, actors, now)
  return held
}

async function personData(db: Reader, person: PersonId, now: Instant) {
  const [profile, passkeys, sessions] = await Promise.all([
    personOf(db, person),
    passkeysOf(db, person),
    sessionsOf(db, person, now),
  ])
  return {
    ...profile,
    passkeys: passkeys.map(({ name, made_at: made, used_at: used }) => ({ name, made, used })),
    sessions: sessions.map(({ agent, opened, seen }) => ({ agent, opened, seen })),
  }
}

async function guestsFor(
  db: Reader,
  { person, browser }: Whose,
): Promise<{ id: GuestId; gathering: string; name: string | null; entered: Instant }[]> {
  const query = reading(db)
    .selectFrom('guests')
    .select(['id', 'gathering', 'name', 'entered_at as entered'])
    .orderBy('entered_at')
  if (person) return query.where('person', '=', person).execute()
  if (!browser) return []
  return query.where('browser', '=', browser).where('person', 'is', null).execute()
}

async function deedsOf(db: Reader, actors: readonly string[]) {
  if (actors.length === 0) return []
  const rows = await db
    .selectFrom('record')
    .select(['id', 'topic', 'seq', 'at', 'kind', 'data', 'stands'])
    .where('actor', 'in', actors)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(({ data, stands, ...entry }) => ({ ...entry, data: stands ?? data ?? {} }))
}
