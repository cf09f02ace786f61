/** Reading constitutions: the one in force on a day, the one in the making, those before. */
import type { Selectable } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import { allCircles, type CircleId, coop } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import { type Day, dayIn, inForce } from '../rules/adopting.ts'
import type { Numbers } from '../rules/numbers.ts'
import type { Parts } from '../rules/section.ts'
import { reading, type Tables, type VersionId } from './tables.ts'

export type Version = Selectable<Tables['constitution_versions']>

/** Rules in force: of which circle they are, and the number of the version. */
export type Constitution = {
  id: VersionId
  circle: CircleId
  number: number
  day: Day
  parts: Parts
}

/** Today in the zone of the hall. */
export async function todayIn(db: Reader, now: Instant): Promise<Day> {
  return dayIn((await coop(db))?.zone ?? 'UTC', now)
}

/** The circles whose rules may hold in one: itself, and through working circles outward. */
export async function rulersOf(db: Reader, circle: CircleId): Promise<CircleId[]> {
  const circles = await allCircles(db)
  const found: CircleId[] = []
  let next: CircleId | null = circle
  while (next !== null && !found.includes(next)) {
    found.push(next)
    const at = circles.find(({ id }) => id === next)
    next = at?.kind === 'working' ? at.parent : null
  }
  return found
}

async function ownAt(db: Reader, circle: CircleId, day: Day): Promise<Constitution | null> {
  const heads = await adoptedHeads(db, circle)
  const found = inForce(heads, day)
  if (!found) return null
  const { parts } = await reading(db)
    .selectFrom('constitution_versions')
    .select('parts')
    .where('id', '=', found.id)
    .executeTakeFirstOrThrow()
  return { ...found, circle, parts }
}

type HeadOf = { id: VersionId; number: number; day: Day }

async function adoptedHeads(db: Reader, circle: CircleId): Promise<HeadOf[]> {
  const rows = await reading(db)
    .selectFrom('constitution_versions')
    .select(['id', 'number', 'day'])
    .where('circle', '=', circle)
    .where('state', '=', 'adopted')
    .execute()
  return rows.flatMap(({ id, number, day }) =>
    number !== null && day !== null ? [{ id, number, day }] : [],
  )
}

/**
 * The rules that held in a circle on a day: its own, or for a working circle without any those of
 * the circle around it; null when there were none yet.
 */
export async function constitutionAt(
  db: Reader,
  circle: CircleId,
  day: Day,
): Promise<Constitution | null> {
  for (const ruler of await rulersOf(db, circle)) {
    const found = await ownAt(db, ruler, day)
    if (found) return found
  }
  return null
}

/** The rules that hold in a circle now. */
export async function constitutionOf(
  db: Reader,
  circle: CircleId,
  now: Instant,
): Promise<Constitution | null> {
  return constitutionAt(db, circle, await todayIn(db, now))
}

/** One version of a circle; null when it has none of this id. */
export async function versionOf(
  db: Reader,
  circle: CircleId,
  id: VersionId,
): Promise<Version | null> {
  const found = await reading(db)
    .selectFrom('constitution_versions')
    .selectAll()
    .where('circle', '=', circle)
    .where('id', '=', id)
    .executeTakeFirst()
  return found ?? null
}

/** The version in the making or proposed; null when there is none. */
export async function openVersion(db: Reader, circle: CircleId): Promise<Version | null> {
  const found = await reading(db)
    .selectFrom('constitution_versions')
    .selectAll()
    .where('circle', '=', circle)
    .where('state', '<>', 'adopted')
    .executeTakeFirst()
  return found ?? null
}

/** All adopted versions of a circle, the newest first, without their parts. */
export async function adoptedVersions(
  db: Reader,
  circle: CircleId,
): Promise<(Omit<Version, 'parts' | 'revisions'> & { adopters: PersonId[] })[]> {
  const rows = await reading(db)
    .selectFrom('constitution_versions as version')
    .select([
      'id',
      'circle',
      'number',
      'state',
      'why',
      'day',
      'proposed_by',
      'proposed_at',
      'adopted_at',
      'began_at',
      'sha256',
      'made_at',
      'changed_at',
      'decided_by',
    ])
    .where('circle', '=', circle)
    .where('state', '=', 'adopted')
    .orderBy('number', 'desc')
    .execute()
  const adopters = await adoptersOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ ...row, adopters: adopters.get(row.id) ?? [] }))
}

async function adoptersOf(
  db: Reader,
  versions: readonly VersionId[],
): Promise<Map<VersionId, PersonId[]>> {
  const found = new Map<VersionId, PersonId[]>()
  if (versions.length === 0) return found
  const rows = await reading(db)
    .selectFrom('constitution_adopters')
    .select(['version', 'person'])
    .where('version', 'in', versions)
    .orderBy('at')
    .execute()
  for (const { version, person } of rows)
    found.set(version, [...(found.get(version) ?? []), person])
  return found
}

/** All numbers that were ever given in a circle. */
export async function numbersOf(db: Reader, circle: CircleId): Promise<Numbers> {
  const rows = await reading(db)
    .selectFrom('constitution_numbers')
    .select(['section', 'key', 'number'])
    .where('circle', '=', circle)
    .execute()
  const numbers = new Map<string, Map<string, number>>()
  for (const { section, key, number } of rows) {
    const of = numbers.get(section) ?? new Map<string, number>()
    numbers.set(section, of.set(key, number))
  }
  return numbers
}

/** The documents of versions by their ids. */
export async function partsOf(
  db: Reader,
  ids: readonly VersionId[],
): Promise<Map<VersionId, Parts>> {
  if (ids.length === 0) return new Map()
  const rows = await reading(db)
    .selectFrom('constitution_versions')
    .select(['id', 'parts'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, parts }) => [id, parts]))
}
