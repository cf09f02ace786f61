/** What happens to circles: founded, changed, joined, left; each with its entry in the record. */
import type { Transaction } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { note } from '#kernel/record.ts'
import { HALL_NAME, setSetting } from '#kernel/settings.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { Circle, CircleId, Role } from '../rules.ts'
import { writeHistory } from './history.ts'
import { joinCircle, renameMember } from './joining.ts'
import { type By, type Tables, topicOf, writing } from './tables.ts'

export type NewCircle = {
  name: string
  purpose?: string
  kind?: Circle['kind']
  /** A member co-op that lives elsewhere and is known here by its card. */
  elsewhere?: boolean
  /** For a member co-op: its class in the circle around it. */
  class?: string | undefined
}

/** Founds the co-op: the outermost circle, once. The zone is an IANA name. */
export async function foundCoop(
  tx: Transaction,
  given: NewCircle & { zone: string },
  by: By,
): Promise<CircleId> {
  return insertCircle(tx, { ...given, parent: null }, by)
}

/** Makes a circle within another; an autonomous one is a member of that from then on. */
export async function makeCircle(
  tx: Transaction,
  given: NewCircle & { parent: CircleId },
  by: By,
): Promise<CircleId> {
  const id = await insertCircle(tx, { ...given, zone: null }, by)
  if (given.kind === 'autonomous')
    await joinCircle(tx, given.parent, id, { ...by, class: given.class })
  return id
}

async function insertCircle(
  tx: Transaction,
  given: NewCircle & { parent: CircleId | null; zone: string | null },
  { by, now }: By,
): Promise<CircleId> {
  const { name, purpose = '', kind = 'working', elsewhere = false, parent, zone } = given
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
      rests_since: null,
      elsewhere,
      merged_into: null,
    })
    .execute()
  await writeHistory(tx, id, now)
  const data = { name, purpose, kind, parent, ...(elsewhere ? { elsewhere } : {}) }
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
  if (change.name) {
    await writeHistory(tx, circle, now)
    await renameMember(tx, circle, change.name)
  }
  const facts = [{ kind: 'circle.changed', data: changed }]
  await note(tx, topicOf(circle), facts, { now, actor: by })
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
