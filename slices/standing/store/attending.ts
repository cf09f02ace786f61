/** Who came: heard when a gathering is over, and when a guest turns out to be a person. */
import { isIdOf } from '#kernel/ids.ts'
import { sql } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { port } from '#kernel/port.ts'
import type { Entry } from '#kernel/record.ts'
import { type CircleId, coop } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import { dayAt } from '../rules/days.ts'
import { daysInZone } from './local-days.ts'
import { writing } from './tables.ts'

export type GatheringPlace = {
  /** Null: an open one, the co-op's own. */
  circle: CircleId | null
  startsAt: Instant
  openedAt: Instant | null
  cancelledAt: Instant | null
}

/** Of which circle a gathering is and when; filled by gatherings, which come later. */
export const gatheringPlaces = port<
  (db: Reader, gathering: string) => Promise<GatheringPlace | null>
>('where a gathering belongs')

const ROOM = 'gathering:'

async function placeOf(tx: Transaction, gathering: string): Promise<GatheringPlace | null> {
  for (const [, ask] of gatheringPlaces.all()) {
    const place = await ask(tx, gathering)
    if (place) return place
  }
  return null
}

/** The persons who were in a room, guests who are known by now included. */
async function personsIn(tx: Transaction, topic: string): Promise<PersonId[]> {
  const { rows } = await sql<{ who: string }>`
    select distinct who from (
      select coalesce(data, stands) ->> case kind when 'room.entered' then 'who' else 'person' end as who
      from record where topic = ${topic} and kind in ('room.entered', 'room.recognised')) e
    where who like 'per\_%'`.execute(tx)
  return rows.flatMap(({ who }) => (isPerson(who) ? [who] : []))
}

const isPerson = isIdOf('per')

async function addPersons(
  tx: Transaction,
  gathering: string,
  persons: readonly PersonId[],
  known: string,
): Promise<void> {
  if (persons.length === 0) return
  await writing(tx)
    .insertInto('attendances')
    .values(persons.map((person) => ({ gathering, person, known })))
    .onConflict((oc) => oc.doNothing())
    .execute()
}

/** `gathering.ended`: it was held, and these came. */
export async function hearEnd(tx: Transaction, { topic, at }: Entry): Promise<void> {
  if (!topic.startsWith(ROOM)) return
  const gathering = topic.slice(ROOM.length)
  const [place, hall] = await Promise.all([placeOf(tx, gathering), coop(tx)])
  if (!place || place.cancelledAt || !hall) return
  const days = daysInZone(hall.zone)
  const known = dayAt(days(at))
  const began = place.openedAt ?? place.startsAt
  const happened = dayAt(Math.min(days(began), days(at)))
  await writing(tx)
    .insertInto('gatherings_held')
    .values({ gathering, circle: place.circle ?? hall.id, happened, known })
    .onConflict((oc) => oc.doNothing())
    .execute()
  await addPersons(tx, gathering, await personsIn(tx, topic), known)
}

/** `room.recognised`, after the end: who was taken for a guest was there as this person. */
export async function hearRecognised(tx: Transaction, { topic, at, data }: Entry): Promise<void> {
  const person = data['person']
  if (!topic.startsWith(ROOM) || typeof person !== 'string' || !isPerson(person)) return
  const gathering = topic.slice(ROOM.length)
  const held = await writing(tx)
    .selectFrom('gatherings_held')
    .select('gathering')
    .where('gathering', '=', gathering)
    .executeTakeFirst()
  const hall = await coop(tx)
  if (held && hall) await addPersons(tx, gathering, [person], dayAt(daysInZone(hall.zone)(at)))
}
