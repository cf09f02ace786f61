/** For circles: where the rules say how one goes or is put out, it is not done by hand. */
import { isRefusal } from '#kernel/change.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import { type CircleId, historyOf, type MemberId, rolesOf } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import { againFrom, mayReturn } from '../rules/leaving.ts'
import { asCase, casesIn } from './leaving.ts'
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

type Coming = { circle: CircleId; person: PersonId; now: Instant }

/** An invitation by mail, or a line of a table, does not undo that somebody was put out. */
export async function enteringInvited(db: Reader, { circle, person, now }: Coming) {
  const cases = await casesIn(db, circle, person)
  if (cases.length === 0) return null
  const { ways } = await rulesOf(db, circle, now)
  const again = againFrom(cases.map(asCase), ways.exclusion?.againMonths ?? null)
  const change = mayReturn(again, now)
  return isRefusal(change) ? change : null
}
