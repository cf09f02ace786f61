/** Coming in, whichever way, and going out: what every way has in common. */
import { isRefusal } from '#kernel/change.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import { Refused } from '#kernel/problem.ts'
import {
  type CircleId,
  classesOf,
  joinCircle,
  type MemberId,
  membersOn,
  changeClass,
  rolesOf,
} from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import { comeIn } from '../rules/applying.ts'
import { forgetNotice } from './leaving.ts'
import { standingBefore } from './standing.ts'
import { type By, writing } from './tables.ts'

export type Entering = {
  circle: CircleId
  class: string
  person: PersonId
  shown?: 'name' | 'number'
}

/** Two who come in at once do not both take the last place of a class. */
export async function holdDoor(tx: Transaction, circle: CircleId): Promise<void> {
  await writing(tx)
    .withTables<{ circles: { id: CircleId } }>()
    .selectFrom('circles')
    .select('id')
    .where('id', '=', circle)
    .forUpdate()
    .execute()
}

/** Lets somebody in by an open class or a link; refuses as the rule `comeIn` says. */
export async function enter(
  tx: Transaction,
  { circle, class: key, person, shown }: Entering,
  by: 'open' | 'link',
  now: Instant,
): Promise<void> {
  await holdDoor(tx, circle)
  const standing = await standingBefore(tx, { circle, key, person, now })
  const change = comeIn(standing, by, now)
  if (isRefusal(change)) throw new Refused(change.refused, change.details)
  await joinCircle(tx, circle, person, { by: person, now, class: key, shown })
  await forgetNotice(tx, { circle, person })
}

export type Placing = {
  circle: CircleId
  /** The class in which stewards begin. */
  first: string | null
  /** The moment from which the rules hold. */
  from: Instant
}

/**
 * Members of no class that the rules name begin in one, from the moment on from which these hold:
 * stewards of the circle in the first class that may vote and stand for roles, others in the class in
 * which one begins.
 */
export async function placeMembers(
  tx: Transaction,
  { circle, first, from }: Placing,
  by: By,
): Promise<void> {
  const classes = await classesOf(tx, circle, from)
  if (classes.length === 0) return
  const roles = await rolesOf(tx, circle)
  const isSteward = (member: MemberId) =>
    roles.some(({ person, role }) => person === member && role === 'steward')
  for (const { member, class: key } of await membersOn(tx, circle)) {
    if (classes.some((one) => one.key === key)) continue
    const body = member.startsWith('cir_')
    const begins = classes.find((one) => one.begins && one.holds !== (body ? 'persons' : 'co-ops'))
    const to = isSteward(member) && first ? first : begins?.key
    if (to) await changeClass(tx, { circle, member, to, from }, by)
  }
}
