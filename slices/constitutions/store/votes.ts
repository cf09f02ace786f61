/** What members vote on is not decided by hand meanwhile. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import { port } from '#kernel/port.ts'
import { Refused } from '#kernel/problem.ts'
import type { CircleId } from '#slices/circles/index.ts'
import { amendment } from '../rules/amendment.ts'
import { reading } from './tables.ts'
import { constitutionOf } from './versions.ts'

/** Something that may be put to the vote: an application, a role, a version of the rules, a case. */
export type VotedOn = { circle: CircleId; about: string; ref: string }

/** Whether a decision of members about something is going on. */
export const votes = port<(db: Reader, what: VotedOn) => Promise<boolean>>(
  'whether members vote on something',
)

export async function isVotedOn(db: Reader, what: VotedOn): Promise<boolean> {
  for (const [, ask] of votes.all()) if (await ask(db, what)) return true
  return false
}

/**
 * Whether members decide on changes of the rules of a circle: since a version was adopted by a vote,
 * as long as section 9 gives days to decide on them here.
 */
export async function membersDecide(db: Reader, circle: CircleId, now: Instant): Promise<boolean> {
  const voted = await reading(db)
    .selectFrom('constitution_versions')
    .select('id')
    .where('circle', '=', circle)
    .where('decided_by', 'is not', null)
    .executeTakeFirst()
  const rules = voted && (await constitutionOf(db, circle, now))
  const part = amendment.schema.safeParse(rules?.parts[amendment.name])
  return part.success && part.data.openDays > 0
}

/** Refuses `being-voted` while members decide. */
export async function refuseWhileVoted(db: Reader, what: VotedOn): Promise<void> {
  if (await isVotedOn(db, what)) throw new Refused('being-voted')
}
