/** Coming in and going out; each stretch of a membership with its entry in the record. */
import { isIdOf } from '#kernel/ids.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { note } from '#kernel/record.ts'
import { namesOf, type PersonId } from '#slices/people/index.ts'
import { type CircleId, joinedBy, leftBy } from '../rules.ts'
import type { MemberId } from '../rules/belonging.ts'
import { allCircles, circleOf, standingOf } from './circles.ts'
import { endDelegates } from './delegates.ts'
import { firstClass } from './ports.ts'
import { type By, reading, topicOf, writing } from './tables.ts'

export type Joining = By & {
  /** The class in the circle itself; left out, the rules say. */
  class?: string | null | undefined
  /** From when, where it is known; now otherwise. */
  from?: Instant | undefined
  shown?: 'name' | 'number' | undefined
}

export const isBody = isIdOf('cir')

/** How a member is named in entries: as a person, or as the circle (body) that it is. */
export const memberAs = (member: MemberId) =>
  isBody(member) ? { body: member } : { person: member }

async function nameOf(db: Reader, member: MemberId): Promise<string> {
  if (isBody(member)) return (await circleOf(db, member))?.name ?? ''
  return (await namesOf(db, [member])).get(member)?.name ?? ''
}

/** Makes somebody a member of a circle, and of those around it that this entails. */
export async function joinCircle(
  tx: Transaction,
  circle: CircleId,
  member: MemberId,
  how: Joining,
): Promise<boolean> {
  const entailed = joinedBy(await allCircles(tx), circle)
  const sent = isBody(member) ? undefined : (await standingOf(tx, member)).sent
  const name = await nameOf(tx, member)
  let joined = false
  let around: string | null = null
  for (const id of entailed.toReversed()) {
    if (id !== circle && sent?.has(id)) continue
    const of = id === circle ? how.class : null
    joined = await joinOne(tx, { ...how, class: of, around, circle: id, member, name })
    around = await classNow(tx, id, member)
  }
  return joined
}

async function classNow(db: Reader, circle: CircleId, member: MemberId): Promise<string | null> {
  const row = await reading(db)
    .selectFrom('members')
    .select('class')
    .where('circle', '=', circle)
    .where('member', '=', member)
    .where('until', 'is', null)
    .executeTakeFirst()
  return row?.class ?? null
}

type Stretch = Joining & {
  circle: CircleId
  member: MemberId
  name: string
  around: string | null
}

async function joinOne(tx: Transaction, stretch: Stretch): Promise<boolean> {
  const { circle, member, name, around, by, now, from = now } = stretch
  const body = isBody(member)
  const named = stretch.class ?? (await firstClass(tx, { circle, body, around, now }))
  const joined = await writing(tx)
    .insertInto('members')
    .values({
      circle,
      person: body ? null : member,
      body: body ? member : null,
      class: named,
      shown: stretch.shown ?? (body ? 'name' : 'number'),
      name,
      from,
      until: null,
    })
    .onConflict((oc) => oc.columns(['circle', 'member']).where('until', 'is', null).doNothing())
    .executeTakeFirst()
  if (joined.numInsertedOrUpdatedRows === 0n) return false
  const data = { ...memberAs(member), class: named, from }
  const actor = by ?? (body ? null : member)
  await note(tx, topicOf(circle), [{ kind: 'circle.joined', data }], { now, actor })
  return true
}

type Changing = {
  circle: CircleId
  member: MemberId
  to: string
  /** From when, where that is not now: the moment from which other rules hold. */
  from?: Instant | undefined
}

/**
 * Puts a member into another class, and in the working circles within where they were in the same.
 * Answers whether there was a membership to change.
 */
export async function changeClass(tx: Transaction, what: Changing, by: By): Promise<boolean> {
  const { circle, member, to, from } = what
  const before = await classNow(tx, circle, member)
  if (before === null || before === to) return false
  for (const id of leftBy(await allCircles(tx), circle))
    if (id === circle || (await classNow(tx, id, member)) === before)
      await changeOne(tx, { circle: id, member, to, from }, by)
  return true
}

/** A new stretch begins. */
async function changeOne(
  tx: Transaction,
  { circle, member, to, from: since }: Changing,
  { by, now }: By,
): Promise<void> {
  const own = writing(tx)
  const stands = await own
    .selectFrom('members')
    .select(['class', 'shown', 'name', 'from'])
    .where('circle', '=', circle)
    .where('member', '=', member)
    .where('until', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!stands) return
  const where = own
    .updateTable('members')
    .where('circle', '=', circle)
    .where('member', '=', member)
    .where('until', 'is', null)
  const from = since ?? now
  if (stands.from >= from) await where.set({ class: to }).execute()
  else {
    await where.set({ until: from }).execute()
    const body = isBody(member)
    const { shown, name } = stands
    const who = { person: body ? null : member, body: body ? member : null }
    await own
      .insertInto('members')
      .values({ circle, ...who, class: to, shown, name, from, until: null })
      .execute()
  }
  const data = { ...memberAs(member), before: stands.class, class: to, from }
  await note(tx, topicOf(circle), [{ kind: 'circle.class-changed', data }], { now, actor: by })
}

export type Leaving = By & { reason?: string | undefined }

/** Ends a membership in a circle and the circles that it entails, with the roles and voices there. */
export async function leaveCircle(
  tx: Transaction,
  circle: CircleId,
  member: MemberId,
  by: Leaving,
): Promise<void> {
  await endIn(tx, member, by, leftBy(await allCircles(tx), circle))
}

/** Ends all memberships, roles and voices of a person, or of a circle that closes. */
export async function leaveAll(tx: Transaction, member: MemberId, by: Leaving): Promise<void> {
  const circles = await allCircles(tx)
  const ids = circles.map(({ id }) => id)
  await endIn(tx, member, by, ids)
  if (!isBody(member)) await endDelegates(tx, { person: member }, by)
}

/** Ends memberships in just these circles. */
export async function endIn(
  tx: Transaction,
  member: MemberId,
  { by, now, reason }: Leaving,
  circles: readonly CircleId[],
): Promise<void> {
  if (circles.length === 0) return
  const own = writing(tx)
  if (!isBody(member))
    await own
      .updateTable('roles')
      .set({ until: now })
      .where('person', '=', member)
      .where('circle', 'in', circles)
      .where('until', 'is', null)
      .execute()
  const left = await own
    .updateTable('members')
    .set((eb) => ({ until: eb.fn<Instant>('greatest', ['from', eb.val(now)]) }))
    .where('member', '=', member)
    .where('circle', 'in', circles)
    .where('until', 'is', null)
    .returning('circle')
    .execute()
  await endPauses(tx, member, circles, now)
  const why = reason ? { reason } : {}
  const facts = [{ kind: 'circle.left', data: { ...memberAs(member), ...why } }]
  for (const { circle } of left) await note(tx, topicOf(circle), facts, { now, actor: by })
  if (!isBody(member)) return
  const gone = left.map(({ circle }) => circle)
  await endDelegates(tx, { body: member, circles: gone }, { by, now })
}

async function endPauses(
  tx: Transaction,
  member: MemberId,
  circles: readonly CircleId[],
  now: Instant,
): Promise<void> {
  await writing(tx)
    .updateTable('pauses')
    .set((eb) => ({ until: eb.fn<Instant>('greatest', ['from', eb.val(now)]) }))
    .where('member', '=', member)
    .where('circle', 'in', circles)
    .where('until', 'is', null)
    .where('ends', '>', now)
    .execute()
}

/** How a member wishes to be shown to the world, in one circle. */
export async function showAs(
  tx: Transaction,
  { circle, member, shown }: { circle: CircleId; member: MemberId; shown: 'name' | 'number' },
  { by, now }: By,
): Promise<void> {
  await writing(tx)
    .updateTable('members')
    .set({ shown })
    .where('circle', '=', circle)
    .where('member', '=', member)
    .where('until', 'is', null)
    .execute()
  const data = { ...memberAs(member), shown }
  await note(tx, topicOf(circle), [{ kind: 'member.shown', data }], { now, actor: by })
}

/** A person or a circle is called otherwise from now on; lists sort by it. */
export async function renameMember(
  tx: Transaction,
  member: PersonId | CircleId,
  name: string,
): Promise<void> {
  await writing(tx).updateTable('members').set({ name }).where('member', '=', member).execute()
}
