/** What the rules of a circle say of its roles at a moment, and who could hold one. */
import { isIdOf } from '#kernel/ids.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import { type CircleId, membersOn, rolesOf, stewardsOf } from '#slices/circles/index.ts'
import { constitutionOf, type Named, partOf, sections } from '#slices/constitutions/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import { rolesSection } from '../rules/roles.ts'
import type { RoleRule } from '../rules/section.ts'
import type { Candidate } from '../rules/terms.ts'

export type Ruling = {
  rules: RoleRule[]
  /** The persons inside, with their class and since when they have been here. */
  candidates: Map<PersonId, Candidate & { since: Instant }>
  stewards: Set<PersonId>
}

/** The classes of a constitution, as its section names them. */
function classesIn(parts: Record<string, unknown>): Named[] {
  const section = sections.at('classes')
  const part = section?.schema.safeParse(parts['classes'])
  return part?.success ? (section?.names?.(part.data) ?? []) : []
}

const isPerson = isIdOf('per')

/**
 * The roles of a circle by its own constitution; a circle that lives by the rules of another has no
 * roles but those that its stewards give by hand.
 */
export async function rulingIn(db: Reader, circle: CircleId, now: Instant): Promise<Ruling> {
  const constitution = await constitutionOf(db, circle, now)
  const own = constitution?.circle === circle ? constitution : null
  const classes = own ? classesIn(own.parts) : []
  const standing = new Set(
    classes.flatMap(({ key, facts }) => (facts?.stands === false ? [] : [key])),
  )
  const members = await membersOn(db, circle)
  const candidates = members.flatMap(({ member, class: key, from }) => {
    const mayStand = classes.length === 0 || standing.has(key)
    return isPerson(member) ? [{ person: member, class: key, mayStand, since: from }] : []
  })
  const [held, ofCoop] = await Promise.all([rolesOf(db, circle), stewardsOf(db)])
  const here = held.flatMap(({ person, role }) => (role === 'steward' ? [person] : []))
  return {
    rules: own ? partOf(rolesSection, own).roles : [],
    candidates: new Map(candidates.map((one) => [one.person, one])),
    stewards: new Set([...here, ...ofCoop]),
  }
}

export type Rulings = (db: Reader, circle: CircleId) => Promise<Ruling>

/** The same, read once a circle: for a run over many terms. */
export function rulingsAt(now: Instant): Rulings {
  const known = new Map<CircleId, Promise<Ruling>>()
  return (db, circle) => {
    const ruling = known.get(circle) ?? rulingIn(db, circle, now)
    known.set(circle, ruling)
    return ruling
  }
}
