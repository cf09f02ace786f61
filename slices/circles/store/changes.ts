/** What happens to circles: founded, changed, joined, left; each with its entry in the record. */
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { note } from '#kernel/record.ts'
import { HALL_NAME, setSetting } from '#kernel/settings.ts'
import type { PersonId } from '#slices/people/index.ts'
import { type Circle, type CircleId, joinedBy, leftBy, type Role } from '../rules.ts'
import { allCircles } from './circles.ts'
import { type Tables, topicOf, writing } from './tables.ts'

export type By = { by: PersonId | null; now: Instant }
export type NewCircle = { name: string; purpose?: string; kind?: Circle['kind'] }

/** Founds the co-op: the outermost circle, once. The zone is an IANA name. */
export async function foundCoop(
  tx: Transaction,
  given: NewCircle & { zone: string },
  by: By,
): Promise<CircleId> {
  return insertCircle(tx, { ...given, parent: null }, by)
}

/** Makes a circle within another. */
export async function makeCircle(
  tx: Transaction,
  given: NewCircle & { parent: CircleId },
  by: By,
): Promise<CircleId> {
  return insertCircle(tx, { ...given, zone: null }, by)
}

async function insertCircle(
  tx: Transaction,
  given: NewCircle & { parent: CircleId | null; zone: string | null },
  { by, now }: By,
): Promise<CircleId> {
  const { name, purpose = '', kind = 'working', parent, zone } = given
  const id = newId('cir', Date.parse(now))
  if (parent === null) await setSetting(tx, HALL_NAME, name)
  await writing(tx)
    .insertInto('circles')
    .values({
      id,
      parent,
      name,
      purpose,
      kind,
      calls: 'members',
      zone,
      made_at: now,
      closed_at: null,
    })
    .execute()
  const data = { name, purpose, kind, parent }
  await note(tx, topicOf(id), [{ kind: 'circle.made', data }], { now, actor: by })
  return id
}

export type CircleChange = {
  [K in 'name' | 'purpose' | 'calls' | 'zone']?: Tables['circles'][K] | undefined
}

/** Changes what a circle says of itself. */
export async function changeCircle(
  tx: Transaction,
  circle: CircleId,
  change: CircleChange,
  { by, now }: By,
): Promise<void> {
  const changed = Object.fromEntries(Object.entries(change).filter(([, to]) => to !== undefined))
  if (Object.keys(changed).length === 0) return
  const { parent } = await writing(tx)
    .updateTable('circles')
    .set(changed)
    .where('id', '=', circle)
    .returning('parent')
    .executeTakeFirstOrThrow()
  if (parent === null && change.name) await setSetting(tx, HALL_NAME, change.name)
  const facts = [{ kind: 'circle.changed', data: changed }]
  await note(tx, topicOf(circle), facts, { now, actor: by })
}

/** Makes a person a member of a circle, and of those around it that this entails. */
export async function joinCircle(
  tx: Transaction,
  circle: CircleId,
  person: PersonId,
  { by, now }: By,
): Promise<void> {
  const circles = joinedBy(await allCircles(tx), circle)
  for (const id of circles.toReversed()) {
    const joined = await writing(tx)
      .insertInto('members')
      .values({ circle: id, person, from: now, until: null })
      .onConflict((oc) => oc.columns(['circle', 'person']).where('until', 'is', null).doNothing())
      .executeTakeFirst()
    if (joined.numInsertedOrUpdatedRows === 0n) continue
    const facts = [{ kind: 'circle.joined', data: { person } }]
    await note(tx, topicOf(id), facts, { now, actor: by ?? person })
  }
}

/** Ends a person's membership in a circle and the circles that it entails, with the roles there. */
export async function leaveCircle(
  tx: Transaction,
  circle: CircleId,
  person: PersonId,
  by: By,
): Promise<void> {
  await endIn(tx, person, by, leftBy(await allCircles(tx), circle))
}

/** Ends all memberships and roles of a person. */
export async function leaveAll(tx: Transaction, person: PersonId, by: By): Promise<void> {
  const circles = await allCircles(tx)
  await endIn(
    tx,
    person,
    by,
    circles.map(({ id }) => id),
  )
}

async function endIn(
  tx: Transaction,
  person: PersonId,
  { by, now }: By,
  circles: readonly CircleId[],
): Promise<void> {
  if (circles.length === 0) return
  const own = writing(tx)
  await own
    .updateTable('roles')
    .set({ until: now })
    .where('person', '=', person)
    .where('circle', 'in', circles)
    .where('until', 'is', null)
    .execute()
  const left = await own
    .updateTable('members')
    .set({ until: now })
    .where('person', '=', person)
    .where('circle', 'in', circles)
    .where('until', 'is', null)
    .returning('circle')
    .execute()
  const facts = [{ kind: 'circle.left', data: { person } }]
  for (const { circle } of left) await note(tx, topicOf(circle), facts, { now, actor: by })
}

export type Duty = { circle: CircleId; person: PersonId; role: Role }

/** Gives somebody a role in a circle. */
export async function giveRole(tx: Transaction, duty: Duty, { by, now }: By): Promise<void> {
  const given = await writing(tx)
    .insertInto('roles')
    .values({ ...duty, from: now, until: null })
    .onConflict((oc) =>
      oc.columns(['circle', 'person', 'role']).where('until', 'is', null).doNothing(),
    )
    .executeTakeFirst()
  if (given.numInsertedOrUpdatedRows === 0n) return
  const { circle, ...data } = duty
  await note(tx, topicOf(circle), [{ kind: 'role.given', data }], { now, actor: by })
}

/** Takes a role from somebody. */
export async function endRole(tx: Transaction, duty: Duty, { by, now }: By): Promise<void> {
  const { circle, ...data } = duty
  const ended = await writing(tx)
    .updateTable('roles')
    .set({ until: now })
    .where('circle', '=', circle)
    .where('person', '=', duty.person)
    .where('role', '=', duty.role)
    .where('until', 'is', null)
    .executeTakeFirst()
  if (ended.numUpdatedRows === 0n) return
  await note(tx, topicOf(circle), [{ kind: 'role.ended', data }], { now, actor: by })
}

/** Locks the co-op, so that two stewards cannot both go as the last but one. */
export async function lockCoop(tx: Transaction): Promise<void> {
  await writing(tx)
    .selectFrom('circles')
    .select('id')
    .where('parent', 'is', null)
    .forUpdate()
    .execute()
}
