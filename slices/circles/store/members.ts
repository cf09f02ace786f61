/** Who is inside, now or at any moment that is past. */
import { Temporal } from 'temporal-polyfill'
import type { Instant } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import type { PersonId } from '#slices/people/index.ts'
import { type CircleId, isWithin } from '../rules.ts'
import type { Membership, MemberId } from '../rules/belonging.ts'
import { coop, standingOf } from './circles.ts'
import { delegatesOf } from './delegates.ts'
import { reading, type Tables } from './tables.ts'

/** A day in the hall's own zone, as `2026-05-01`. */
export type Day = string

/** The last instant of a day in the hall's zone; an instant stays what it is. */
export async function momentOf(db: Reader, at: Instant | Day): Promise<Instant> {
  if (at.length > 10) return at
  const zone = (await coop(db))?.zone ?? 'UTC'
  const next = Temporal.PlainDate.from(at).add({ days: 1 }).toZonedDateTime(zone)
  return next.subtract({ milliseconds: 1 }).toInstant().toString({ smallestUnit: 'millisecond' })
}

const at = (db: Reader, moment: Instant | null) => {
  const query = reading(db).selectFrom('members')
  return moment === null
    ? query.where('until', 'is', null)
    : query
        .where('from', '<=', moment)
        .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', moment)]))
}

/**
 * The members of a circle on a day, or at an instant: persons and circles, each once, with their class
 * and the stretch in which they are in it. In the order of their coming.
 */
export async function membersOn(
  db: Reader,
  circle: CircleId,
  day: Instant | Day | null = null,
): Promise<Membership[]> {
  const moment = day === null ? null : await momentOf(db, day)
  return at(db, moment)
    .select(['circle', 'member', 'class', 'from', 'until'])
    .where('circle', '=', circle)
    .orderBy('from')
    .orderBy('member')
    .execute()
}

/** The class of a member in a circle on a day (null: now); null for who is not a member. */
export async function classOf(
  db: Reader,
  { circle, member }: { circle: CircleId; member: MemberId },
  day: Instant | Day | null = null,
): Promise<string | null> {
  const moment = day === null ? null : await momentOf(db, day)
  const row = await at(db, moment)
    .select('class')
    .where('circle', '=', circle)
    .where('member', '=', member)
    .executeTakeFirst()
  return row?.class ?? null
}

/** Whether a person is inside a circle: as a member in their own right, or as a delegate. */
export async function isInside(
  db: Reader,
  person: PersonId | null,
  circle: CircleId,
  day: Instant | Day | null = null,
): Promise<boolean> {
  if (person === null) return false
  if (day === null) return isWithin(await standingOf(db, person), circle)
  const moment = await momentOf(db, day)
  if ((await classOf(db, { circle, member: person }, moment)) !== null) return true
  return (await delegatesOf(db, { circle, person }, moment)).length > 0
}

/** All stretches of a member, in one circle or in all, the oldest first. */
export async function historyOf(
  db: Reader,
  member: MemberId,
  circle: CircleId | null = null,
): Promise<Membership[]> {
  const query = reading(db)
    .selectFrom('members')
    .select(['circle', 'member', 'class', 'from', 'until'])
    .where('member', '=', member)
  return (circle ? query.where('circle', '=', circle) : query)
    .orderBy('from')
    .orderBy('circle')
    .execute()
}

/** Every stretch in a circle that was not over before a moment: for what is computed over time. */
export async function stretchesOf(
  db: Reader,
  circle: CircleId,
  since: Instant | null = null,
): Promise<Membership[]> {
  const query = reading(db)
    .selectFrom('members')
    .select(['circle', 'member', 'class', 'from', 'until'])
    .where('circle', '=', circle)
  return (
    since === null
      ? query
      : query.where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', since)]))
  )
    .orderBy('member')
    .orderBy('from')
    .execute()
}

export type Pause = Tables['pauses']

/** The pauses in a circle, of one member or of all, the oldest first. */
export async function pausesOf(
  db: Reader,
  circle: CircleId,
  member: MemberId | null = null,
): Promise<Pause[]> {
  const query = reading(db).selectFrom('pauses').selectAll().where('circle', '=', circle)
  return (member ? query.where('member', '=', member) : query).orderBy('from').execute()
}

export type PlaceThen = { circle: CircleId; parent: CircleId | null; name: string; state: string }

/** Where all circles stood on a day, and what they were called; closed ones are left out. */
export async function circlesOn(db: Reader, day: Instant | Day): Promise<PlaceThen[]> {
  const moment = await momentOf(db, day)
  return reading(db)
    .selectFrom('circle_history')
    .select(['circle', 'parent', 'name', 'state'])
    .where('from', '<=', moment)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', moment)]))
    .where('state', '!=', 'closed')
    .orderBy('circle')
    .execute()
}
