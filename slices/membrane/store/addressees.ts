/** Who is written to when a member is: the person; for a co-op its stewards and its delegates there. */
import { isIdOf } from '#kernel/ids.ts'
import type { Reader } from '#kernel/database.ts'
import { type CircleId, delegatesOf, type MemberId, rolesOf } from '#slices/circles/index.ts'
import { type Person, type PersonId, personOf } from '#slices/people/index.ts'

const isPerson = isIdOf('per')
const isBody = isIdOf('cir')

async function idsFor(db: Reader, circle: CircleId, member: MemberId): Promise<PersonId[]> {
  if (isPerson(member)) return [member]
  if (!isBody(member)) return []
  const [roles, sent] = await Promise.all([
    rolesOf(db, member),
    delegatesOf(db, { circle, body: member }),
  ])
  const stewards = roles.filter(({ role }) => role === 'steward')
  return [...new Set([...stewards, ...sent].map(({ person }) => person))]
}

export async function addresseesOf(
  db: Reader,
  circle: CircleId,
  member: MemberId,
): Promise<Person[]> {
  const found = await Promise.all((await idsFor(db, circle, member)).map((id) => personOf(db, id)))
  return found.flatMap((person) => (person?.email ? [person] : []))
}
