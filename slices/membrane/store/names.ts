/** What members are called: persons, and member co-ops. */
import type { Reader } from '#kernel/database.ts'
import { allCircles, type MemberId } from '#slices/circles/index.ts'
import { namesOf } from '#slices/people/index.ts'

export async function memberNames(
  db: Reader,
  members: readonly MemberId[],
): Promise<(member: MemberId) => string> {
  const [persons, circles] = await Promise.all([namesOf(db, members), allCircles(db)])
  return (member) =>
    persons.get(member)?.name ?? circles.find(({ id }) => id === member)?.name ?? ''
}
