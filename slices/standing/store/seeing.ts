/**
 * Who may see whose standing, by the rules of the circle: the member always; the treasurer, the
 * stewards or all members as the section of duties says. Who keeps the evidence: the treasurer, and
 * the stewards.
 */
import type { Reader } from '#kernel/database.ts'
import {
  type CircleId,
  delegatesOf,
  isMember,
  isSteward,
  type MemberId,
} from '#slices/circles/index.ts'
import { constitutionOf, partOf } from '#slices/constitutions/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import { NO_DUTIES } from '../rules/duty.ts'
import { dutiesSection } from '../rules/section.ts'
import { isTreasurer } from './roles.ts'

type Seen = { circle: CircleId; member: MemberId }

export async function keepsStanding(
  db: Reader,
  person: PersonId | null,
  circle: CircleId,
): Promise<boolean> {
  if (person === null) return false
  return (await isSteward(db, person, circle)) || (await isTreasurer(db, person, circle))
}

/** Whether it is one's own standing, or that of a co-op for which one speaks. */
export async function isOwn(
  db: Reader,
  person: PersonId | null,
  { circle, member }: Seen,
): Promise<boolean> {
  if (person === null) return false
  if (person === member) return true
  const sent = await delegatesOf(db, { circle, person })
  return sent.some(({ body }) => body === member)
}

async function seenByIn(db: Reader, circle: CircleId, now: string) {
  const rules = await constitutionOf(db, circle, now)
  return (rules ? partOf(dutiesSection, rules) : NO_DUTIES).seenBy
}

/** Whether a person may see the standing of members other than themselves. */
export async function seesAll(
  db: Reader,
  person: PersonId | null,
  circle: CircleId,
  now: string,
): Promise<boolean> {
  if (person === null) return false
  const seenBy = await seenByIn(db, circle, now)
  if (seenBy.includes('stewards') && (await isSteward(db, person, circle))) return true
  if (seenBy.includes('treasurer') && (await isTreasurer(db, person, circle))) return true
  return seenBy.includes('members') && isMember(db, person, circle)
}

export async function seesStanding(
  db: Reader,
  person: PersonId | null,
  seen: Seen,
  now: string,
): Promise<boolean> {
  return (await isOwn(db, person, seen)) || seesAll(db, person, seen.circle, now)
}
