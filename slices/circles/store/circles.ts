/** Reading circles: what there is, who belongs, who may. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import type { PersonId } from '#slices/people/index.ts'
import {
  around,
  type Circle,
  type CircleId,
  facilitates,
  isWithin,
  maySummon,
  type Role,
  type Standing,
  stewards,
} from '../rules.ts'
import { COLUMNS, reading } from './tables.ts'

/** All circles that stand, the co-op first, then by age. */
export async function allCircles(db: Reader): Promise<Circle[]> {
  return reading(db)
    .selectFrom('circles')
    .select(COLUMNS)
    .where('closed_at', 'is', null)
    .orderBy((eb) => eb('parent', 'is not', null))
    .orderBy('made_at')
    .execute()
}

export type Coop = Circle & { zone: string }

/** The co-op with the zone of the hall's clock; null until the hall was given its name. */
export async function coop(db: Reader): Promise<Coop | null> {
  const row = await reading(db)
    .selectFrom('circles')
    .select([...COLUMNS, 'zone'])
    .where('parent', 'is', null)
    .executeTakeFirst()
  return row ? { ...row, zone: row.zone ?? 'UTC' } : null
}

/** One circle; null when there is none. */
export async function circleOf(db: Reader, id: CircleId): Promise<Circle | null> {
  const found = await reading(db)
    .selectFrom('circles')
    .select(COLUMNS)
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return found ?? null
}

/** What a person is in all circles, now. */
export async function standingOf(db: Reader, person: PersonId): Promise<Standing> {
  const own = reading(db)
  const [member, sent, roles] = await Promise.all([
    own
      .selectFrom('members')
      .select('circle')
      .where('person', '=', person)
      .where('until', 'is', null)
      .execute(),
    own
      .selectFrom('delegates')
      .select('circle')
      .where('person', '=', person)
      .where('until', 'is', null)
      .execute(),
    own
      .selectFrom('roles')
      .select(['circle', 'role'])
      .where('person', '=', person)
      .where('until', 'is', null)
      .execute(),
  ])
  return {
    member: new Set(member.map(({ circle }) => circle)),
    sent: new Set(sent.map(({ circle }) => circle)),
    roles,
  }
}

/** The circles in which a person is, as a member or a delegate, the co-op first. */
export async function circlesOf(db: Reader, person: PersonId): Promise<Circle[]> {
  const [circles, standing] = await Promise.all([allCircles(db), standingOf(db, person)])
  return circles.filter(({ id }) => isWithin(standing, id))
}

/** The persons who belong to a circle now, with the day they came, oldest first. */
export async function membersOf(
  db: Reader,
  circle: CircleId,
  most = 1_000_000,
): Promise<{ person: PersonId; from: Instant }[]> {
  return reading(db)
    .selectFrom('members')
    .select(['person', 'from'])
    .where('circle', '=', circle)
    .where('person', 'is not', null)
    .$narrowType<{ person: PersonId }>()
    .where('until', 'is', null)
    .orderBy('from')
    .orderBy('person')
    .limit(most)
    .execute()
}

/** How many belong to each circle now. */
export async function memberCounts(db: Reader): Promise<Map<CircleId, number>> {
  const rows = await reading(db)
    .selectFrom('members')
    .select(['circle', (eb) => eb.fn.countAll<number>().as('count')])
    .where('until', 'is', null)
    .groupBy('circle')
    .execute()
  return new Map(rows.map(({ circle, count }) => [circle, count]))
}

/** Who holds which role in a circle now. */
export async function rolesOf(
  db: Reader,
  circle: CircleId,
): Promise<{ person: PersonId; role: Role }[]> {
  return reading(db)
    .selectFrom('roles')
    .select(['person', 'role'])
    .where('circle', '=', circle)
    .where('until', 'is', null)
    .orderBy('from')
    .execute()
}

type Asks = (circles: Circle[], id: CircleId, who: Standing) => boolean

async function ask(db: Reader, person: PersonId | null, circle: CircleId | null, rule: Asks) {
  if (person === null) return false
  const [circles, standing] = await Promise.all([allCircles(db), standingOf(db, person)])
  const id = circle ?? circles.find(({ parent }) => parent === null)?.id
  return id !== undefined && rule(circles, id, standing)
}

/** Whether a person is in a circle (null: the co-op), as a member or as a delegate there. */
export function isMember(db: Reader, person: PersonId | null, circle: CircleId | null = null) {
  return ask(db, person, circle, (_circles, id, who) => isWithin(who, id))
}

/** Whether a person belongs to a circle in their own right. */
export function belongs(db: Reader, person: PersonId | null, circle: CircleId) {
  return ask(db, person, circle, (_circles, id, who) => who.member.has(id))
}

/** Whether a person is a steward of a circle, or of one around it (null: the co-op). */
export function isSteward(db: Reader, person: PersonId | null, circle: CircleId | null = null) {
  return ask(db, person, circle, stewards)
}

/** Whether a person facilitates the gatherings of a circle (null: open ones, the co-op's). */
export function isFacilitator(db: Reader, person: PersonId | null, circle: CircleId | null = null) {
  return ask(db, person, circle, facilitates)
}

/** Whether a person may call a gathering of a circle (null: an open one, the co-op's). */
export function mayCall(db: Reader, person: PersonId | null, circle: CircleId | null = null) {
  return ask(db, person, circle, maySummon)
}

/** The stewards of a circle itself (null: of the co-op). */
export async function stewardsOf(db: Reader, circle: CircleId | null = null): Promise<PersonId[]> {
  const id = circle ?? (await coop(db))?.id
  if (!id) return []
  const roles = await rolesOf(db, id)
  return roles.flatMap(({ person, role }) => (role === 'steward' ? [person] : []))
}

/** A circle with those around it, the innermost first: for a trail on a page. */
export async function trailOf(db: Reader, circle: CircleId): Promise<Circle[]> {
  return around(await allCircles(db), circle)
}
