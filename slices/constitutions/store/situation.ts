/** What is known of a circle when its rules are checked, and who may adopt them. */
import type { Reader } from '#kernel/database.ts'
import { allCircles, type CircleId, membersOf, rolesOf } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import { levelOf, namedIn } from '../rules/document.ts'
import type { Parts, Situation } from '../rules/section.ts'
import { allSections } from './sections.ts'

/** The stewards of a circle; where it has none of its own, those of the next one around it. */
export async function adoptersFor(db: Reader, circle: CircleId): Promise<PersonId[]> {
  const circles = await allCircles(db)
  let next: CircleId | null = circle
  for (let steps = 0; next !== null && steps <= circles.length; steps += 1) {
    const roles = await rolesOf(db, next)
    const stewards = roles.flatMap(({ role, person }) => (role === 'steward' ? [person] : []))
    if (stewards.length > 0) return [...new Set(stewards)]
    next = circles.find(({ id }) => id === next)?.parent ?? null
  }
  return []
}

/** The situation of a circle as far as it matters to its rules. */
export async function situationOf(db: Reader, circle: CircleId, parts: Parts): Promise<Situation> {
  const [circles, members, stewards] = await Promise.all([
    allCircles(db),
    membersOf(db, circle),
    adoptersFor(db, circle),
  ])
  const holdsCoops = circles.some(({ parent, kind }) => parent === circle && kind === 'autonomous')
  return {
    level: holdsCoops ? 'co-op of co-ops' : levelOf(namedIn(allSections(), parts)),
    memberCount: members.length,
    stewardCount: stewards.length,
  }
}
