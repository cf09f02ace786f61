/** For circles: where the rules say how one goes or is put out, it is not done by hand. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import { type CircleId, historyOf, type MemberId, rolesOf } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import { rulesOf, wayTo } from './rules.ts'

type Ending = { circle: CircleId; member: MemberId; by: PersonId | null; now: Instant }

/** On trial (the first months of a class that has them) stewards may end it; no steward is on trial. */
async function isOnTrial(db: Reader, { circle, member, now }: Ending): Promise<boolean> {
  const stands = (await historyOf(db, member, circle)).find(({ until }) => until === null)
  const months = stands && wayTo(await rulesOf(db, circle, now), stands.class)?.trialMonths
  if (!stands || !months) return false
  const roles = await rolesOf(db, circle)
  if (roles.some(({ person, role }) => person === member && role === 'steward')) return false
  const until = new Date(stands.from)
  until.setUTCMonth(until.getUTCMonth() + months)
  return until.toISOString() > now
}

/** Why a membership is not ended by hand: `notice-first`, `way-out-stated`; null when it may be. */
export async function endingByHand(db: Reader, ending: Ending): Promise<string | null> {
  const { circle, member, by, now } = ending
  const { ways, constitution } = await rulesOf(db, circle, now)
  // A working circle without rules of its own: one leaves its work, not the co-op.
  if (constitution?.circle !== circle) return null
  if (by === member) return ways.noticeDays > 0 ? 'notice-first' : null
  if (!ways.exclusion || (await isOnTrial(db, ending))) return null
  return 'way-out-stated'
}
