/**
 * The roll: who may vote in a circle on a day, and who may not, each with the reason.
 * 1. A member votes whose class votes. A member co-op has one voice, given by its delegates, however
 *    many come; without a delegate it cannot be heard.
 * 2. Who is paused, or behind so long that the vote rests, does not vote; nor who is on trial, where the
 *    class says so.
 * 3. Each person and each co-op stands on a roll at most once, on one side. Who is a member and speaks
 *    for a co-op too is on it once as a person; the co-op's voice is another.
 * 4. A circle without rules lets all its members vote.
 */
import type { DayCount } from './days.ts'
import type { Standing } from './standing.ts'

export type Voter = {
  member: string
  kind: 'person' | 'co-op'
  /** Null: not a member of any class on that day. */
  class: string | null
  standing: Pick<Standing, 'state' | 'since' | 'idle' | 'trialUntil' | 'rests'>
  /** The persons who give a co-op's voice, first to speak first. */
  delegates: readonly string[]
  /** The co-ops for which a person speaks beside their own voice. */
  speaksFor: readonly string[]
}
export type ClassRight = { key: string; votes: boolean; onTrial: boolean }
export const WHY = [
  'class',
  'co-op',
  'behind-yet',
  'no-class',
  'not-class',
  'trial',
  'paused',
  'idle',
  'behind',
  'no-delegate',
] as const
export type Why = (typeof WHY)[number]

export type RollLine = {
  member: string
  kind: Voter['kind']
  class: string | null
  votes: boolean
  why: Why
  /** Since when, or until when, the reason holds. */
  day: DayCount | null
  delegates: readonly string[]
  speaksFor: readonly string[]
}

function reasonOf(voter: Voter, classes: ReadonlyMap<string, ClassRight> | null) {
  const { standing, kind, delegates } = voter
  const right = classes?.get(voter.class ?? '')
  if (voter.class === null || standing.state === 'left')
    return { votes: false, why: 'no-class' } as const
  if (classes && !right) return { votes: false, why: 'no-class' } as const
  if (right && !right.votes) return { votes: false, why: 'not-class' } as const
  if (standing.state === 'paused')
    return { votes: false, why: standing.idle ? 'idle' : 'paused', day: standing.since } as const
  if (standing.rests.includes('vote'))
    return { votes: false, why: 'behind', day: standing.since } as const
  if (standing.trialUntil !== null && right && !right.onTrial)
    return { votes: false, why: 'trial', day: standing.trialUntil } as const
  if (kind === 'co-op' && delegates.length === 0)
    return { votes: false, why: 'no-delegate' } as const
  if (standing.state === 'behind')
    return { votes: true, why: 'behind-yet', day: standing.since } as const
  return { votes: true, why: kind === 'co-op' ? 'co-op' : 'class' } as const
}

/** `classes`: null for a circle without rules. Members that come twice are on it once (law 3). */
export function rollOf(
  voters: readonly Voter[],
  classes: readonly ClassRight[] | null,
): RollLine[] {
  const rights = classes && new Map(classes.map((one) => [one.key, one]))
  const seen = new Set<string>()
  return voters.flatMap((voter): RollLine[] => {
    if (seen.has(voter.member)) return []
    seen.add(voter.member)
    const { member, kind, class: inClass, delegates, speaksFor } = voter
    const base = { member, kind, class: inClass, delegates: [...new Set(delegates)], speaksFor }
    return [{ ...base, day: null, ...reasonOf(voter, rights) }]
  })
}
