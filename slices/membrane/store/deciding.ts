/** Who decides: whoever holds a role, or the members of a circle by consent. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import { port } from '#kernel/port.ts'
import {
  allCircles,
  type CircleId,
  isInside,
  isSteward,
  membersOf,
  rolesOf,
} from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { Decides } from '../rules/ways.ts'

type Holding = { circle: CircleId; role: string; now: Instant }

/** Who holds a role of the rules beyond those that circles know; null where there is no such role. */
export const roleHolders =
  port<(db: Reader, held: Holding) => Promise<PersonId[] | null>>('who holds a role')

/** The circle that decides by consent: the one named within this one, else this one itself. */
export async function decidingCircle(
  db: Reader,
  circle: CircleId,
  name: string,
): Promise<CircleId> {
  if (!name) return circle
  const circles = await allCircles(db)
  return circles.find((one) => one.parent === circle && one.name === name)?.id ?? circle
}

async function holdersOf(db: Reader, held: Holding): Promise<PersonId[] | null> {
  const known = (await rolesOf(db, held.circle)).filter(({ role }) => role === held.role)
  if (known.length > 0) return known.map(({ person }) => person)
  for (const [, ask] of roleHolders.all()) {
    const holders = await ask(db, held)
    if (holders && holders.length > 0) return holders
  }
  return null
}

export type Asking = { circle: CircleId; by: Decides; now: Instant }

/** Whether a person may decide; a role that nobody holds falls to the stewards. */
export async function decidesOn(
  db: Reader,
  person: PersonId | null,
  { circle, by, now }: Asking,
): Promise<boolean> {
  if (person === null) return false
  if (by.kind === 'circle') return isInside(db, person, await decidingCircle(db, circle, by.circle))
  if (by.role === 'steward') return isSteward(db, person, circle)
  const holders = await holdersOf(db, { circle, role: by.role, now })
  return holders ? holders.includes(person) : isSteward(db, person, circle)
}

/** How many persons are in the circle that decides by consent; null when a role decides. */
export async function deciderCount(
  db: Reader,
  { circle, by }: Omit<Asking, 'now'>,
): Promise<number | null> {
  if (by.kind === 'role') return null
  return (await membersOf(db, await decidingCircle(db, circle, by.circle))).length
}

/** Those who decide, to be reminded: the holders of the role, or the members of the circle. */
export async function decidersOf(db: Reader, { circle, by, now }: Asking): Promise<PersonId[]> {
  if (by.kind === 'circle') {
    const members = await membersOf(db, await decidingCircle(db, circle, by.circle), 100)
    return members.map(({ person }) => person)
  }
  const holders = await holdersOf(db, { circle, role: by.role, now })
  if (holders) return holders
  const stewards = (await rolesOf(db, circle)).filter(({ role }) => role === 'steward')
  return stewards.map(({ person }) => person)
}
