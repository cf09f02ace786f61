/**
 * The door of standing: the section of duties, who is in good standing, who is on a roll. News on
 * `ledger:<circle>`: `evidence.recorded`, `.corrected`, `claim.made`, `.answered`, `member.excused`,
 * `account.set`.
 */
import type { Reader } from '#kernel/database.ts'
import type { CircleId } from '#slices/circles/index.ts'
import { countOf, type Day } from './rules/days.ts'
import { asking } from './rules/facts.ts'
import type { RollLine } from './rules/roll.ts'
import { classRightsOn, rollAsked } from './store/roll.ts'

export { dutiesSection } from './rules/section.ts'
export type { DutiesPart } from './rules/duty.ts'
export type { RollLine, Why } from './rules/roll.ts'
export { reasonIn } from './rules/roll-words.ts'
export { csv } from './rules/write-csv.ts'
export type { Standing, State } from './rules/standing.ts'
export { gatheringPlaces } from './store/attending.ts'
export { giftsBefore } from './store/given-first.ts'
export { foretellEvidence } from './store/merging.ts'
export { acknowledge } from './store/acknowledging.ts'
export { addClaim, lockClaim } from './store/claims.ts'
export { addEvidence, type NewEvidence } from './store/evidence.ts'
export { askExcuse } from './store/excuses.ts'
export { saveWish } from './store/modes.ts'
export { ownStanding } from './store/own-data.ts'
export { rollBeside } from './store/judging-work.ts'
export { seesAll as seesStandings } from './store/seeing.ts'
export { askedFor, judge, type Judged } from './store/standings.ts'

/**
 * The roll of a circle on a day, by what was known on that day: everybody inside, each person and
 * each co-op once, with whether they vote and why. Of a large circle ask `rollBeside`, which does the
 * same in a worker.
 */
export async function rollOn(db: Reader, circle: CircleId, day: Day): Promise<RollLine[]> {
  const asked = asking(countOf(day))
  return rollAsked(db, circle, asked, await classRightsOn(db, circle, asked.on))
}
