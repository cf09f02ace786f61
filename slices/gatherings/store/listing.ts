/** Which gatherings stand in somebody's lists and feeds. */
import type { Reader as Db } from '#kernel/database.ts'
import { type CircleId, isFacilitator, isMember } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import { isListedFor, STRANGER } from '../rules/access.ts'
import type { Heading } from './gatherings.ts'
import { reading } from './tables.ts'

/** Of many gatherings those that stand in this person's lists, in the order given. */
export async function listedFor<T extends Heading>(
  db: Db,
  gatherings: readonly T[],
  person: PersonId | null,
): Promise<T[]> {
  const own = await ownOf(db, person)
  const circles = new Map<CircleId | null, Promise<[boolean, boolean]>>()
  const standing = (circle: CircleId | null) => {
    const known =
      circles.get(circle) ??
      Promise.all([isMember(db, person, circle), isFacilitator(db, person, circle)])
    circles.set(circle, known)
    return known
  }
  const seen = await Promise.all(
    gatherings.map(async (gathering) => {
      const [member, facilitator] = await standing(gathering.circle)
      const shapes =
        facilitator || gathering.calledBy === person || own.facilitates.has(gathering.id)
      const who = {
        ...STRANGER,
        member,
        shapes: person !== null && shapes,
        invited: own.invited.has(gathering.id),
      }
      return isListedFor(gathering.access, who)
    }),
  )
  return gatherings.filter((_, index) => seen[index])
}

async function ownOf(db: Db, person: PersonId | null) {
  if (person === null) return { invited: new Set<string>(), facilitates: new Set<string>() }
  const own = reading(db)
  const [invited, facilitates] = await Promise.all([
    own.selectFrom('call_invitations').select('gathering').where('person', '=', person).execute(),
    own
      .selectFrom('gathering_facilitators')
      .select('gathering')
      .where('person', '=', person)
      .execute(),
  ])
  const ids = (rows: { gathering: string }[]) => new Set(rows.map(({ gathering }) => gathering))
  return { invited: ids(invited), facilitates: ids(facilitates) }
}
