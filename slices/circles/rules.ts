/**
 * Circles: bodies of members, one within another; the outermost is the co-op.
 * 1. A working circle holds a purpose for its parent: who belongs to it belongs to the parent too.
 *    An autonomous circle (a member co-op) has members of its own, who need not belong to the parent.
 * 2. A steward of a circle, and of every circle around it, cares for it: names it, invites, gives roles.
 * 3. Its gatherings are called by its members, or, where the circle says so, only by those named for
 *    it; a facilitator or a steward of it always may. An open gathering is the co-op's.
 * 4. Its gatherings are facilitated by its facilitators and stewards.
 *    A resting circle calls none (rules/shape.ts, law 5).
 * 5. The co-op is never without a steward: the last one cannot leave before another is named. The same
 *    holds for a member co-op that has stewards of its own.
 * 6. Who speaks for a member circle as its delegate is inside the circle where they speak: they come,
 *    speak and may hold roles there, for as long as they are sent (rules/belonging.ts, law 4).
 */
import { type Change, happen, refuse } from '#kernel/change.ts'
import type { Id } from '#kernel/ids.ts'
import type { PersonId } from '#slices/people/index.ts'

export type CircleId = Id<'cir'>
export type Role = 'steward' | 'facilitator' | 'caller'
export const ROLES = ['steward', 'facilitator', 'caller'] as const

export type Circle = {
  id: CircleId
  parent: CircleId | null
  name: string
  purpose: string
  kind: 'working' | 'autonomous'
  calls: 'members' | 'named'
  /** Since when it rests; null while it is awake. */
  rests?: string | null
  /** A member co-op that lives in another hall, or in none. */
  elsewhere?: boolean
}

/** What one person is, in all circles. */
export type Standing = {
  /** Where they belong in their own right. */
  member: ReadonlySet<CircleId>
  /** Where they speak for a member circle (law 6). */
  sent?: ReadonlySet<CircleId>
  roles: readonly { circle: CircleId; role: Role }[]
}

/** A circle and all circles around it, the innermost first. */
export function around(circles: readonly Circle[], id: CircleId): Circle[] {
  const found: Circle[] = []
  let next: CircleId | null = id
  while (next !== null) {
    const at: Circle | undefined = circles.find((circle) => circle.id === next)
    if (!at || found.includes(at)) break
    found.push(at)
    next = at.parent
  }
  return found
}

/** The circles that one comes to belong to by joining one (law 1), the innermost first. */
export function joinedBy(circles: readonly Circle[], id: CircleId): CircleId[] {
  const all = around(circles, id)
  const border = all.findIndex(({ kind }) => kind === 'autonomous')
  return (border === -1 ? all : all.slice(0, border + 1)).map((circle) => circle.id)
}

/** The circles that one leaves by leaving one: it, and the working circles within it. */
export function leftBy(circles: readonly Circle[], id: CircleId): CircleId[] {
  return circles
    .filter((circle) => joinedBy(circles, circle.id).includes(id))
    .map((circle) => circle.id)
}

/** Belonging in one's own right, or sent by a member circle (law 6). */
export function isWithin(who: Standing, circle: CircleId): boolean {
  return who.member.has(circle) || (who.sent?.has(circle) ?? false)
}

function holds(standing: Standing, circle: CircleId, roles: readonly Role[]): boolean {
  return standing.roles.some((held) => held.circle === circle && roles.includes(held.role))
}

/** Law 2. */
export function stewards(circles: readonly Circle[], id: CircleId, who: Standing): boolean {
  return around(circles, id).some((circle) => holds(who, circle.id, ['steward']))
}

/** Law 4. */
export function facilitates(circles: readonly Circle[], id: CircleId, who: Standing): boolean {
  return holds(who, id, ['facilitator']) || stewards(circles, id, who)
}

/** Law 3. */
export function maySummon(circles: readonly Circle[], id: CircleId, who: Standing): boolean {
  const circle = circles.find((known) => known.id === id)
  if (!circle || circle.rests) return false
  if (facilitates(circles, id, who) || holds(who, id, ['caller'])) return true
  return circle.calls === 'members' && isWithin(who, id)
}

/** Law 5: refuses `last-steward`. */
export function leaveAsSteward(stewardsNow: readonly PersonId[], who: PersonId): Change {
  const remain = stewardsNow.filter((steward) => steward !== who)
  if (stewardsNow.includes(who) && remain.length === 0) return refuse('last-steward')
  return happen('steward.may-leave', {})
}
