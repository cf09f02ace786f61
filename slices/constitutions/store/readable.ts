/**
 * What somebody may read of the rules of a circle: adopted versions as their readers are said to be,
 * one that is put forward as who belongs here, one in the making as steward.
 */
import type { Reader } from '#kernel/database.ts'
import { type CircleId, isMember, isSteward } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { Parts } from '../rules/section.ts'
import { readersOf } from './readers.ts'
import { reading, type VersionId } from './tables.ts'
import type { Version } from './versions.ts'

/** Members of the circle and of the co-op, and the stewards. */
export async function belongs(
  db: Reader,
  person: PersonId | null,
  circle: CircleId,
): Promise<boolean> {
  if (person === null) return false
  if (await isMember(db, person, circle)) return true
  return (await isMember(db, person)) || isSteward(db, person, circle)
}

/** Whether somebody may read the rules that hold in a circle. */
export async function readsRules(
  db: Reader,
  person: PersonId | null,
  circle: CircleId,
): Promise<boolean> {
  return (await readersOf(db, circle)) === 'anyone' || belongs(db, person, circle)
}

export type Readable = Pick<Version, 'id' | 'circle' | 'number' | 'state' | 'day'>

/** The versions of a circle that somebody may read, what is in the making first, then the newest. */
export async function readableVersions(
  db: Reader,
  person: PersonId | null,
  circle: CircleId,
): Promise<Readable[]> {
  const [reads, insider, steward] = await Promise.all([
    readsRules(db, person, circle),
    belongs(db, person, circle),
    isSteward(db, person, circle),
  ])
  const all = await reading(db)
    .selectFrom('constitution_versions')
    .select(['id', 'circle', 'number', 'state', 'day'])
    .where('circle', '=', circle)
    .orderBy('number', (by) => by.desc().nullsFirst())
    .execute()
  return all.filter(({ state }) => {
    if (state === 'adopted') return reads
    return steward || (insider && state === 'proposed')
  })
}

/** The parts of a version of any circle; null where there is none that this person may read. */
export async function readableParts(
  db: Reader,
  person: PersonId | null,
  version: VersionId,
): Promise<(Readable & { parts: Parts }) | null> {
  const found = await reading(db)
    .selectFrom('constitution_versions')
    .select(['circle', 'parts'])
    .where('id', '=', version)
    .executeTakeFirst()
  if (!found) return null
  const readable = await readableVersions(db, person, found.circle)
  const one = readable.find(({ id }) => id === version)
  return one ? { ...one, parts: found.parts } : null
}
