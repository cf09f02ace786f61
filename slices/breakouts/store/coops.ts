/** The member co-op that people belong to or speak for, in the circle of a gathering. */
import type { Reader } from '#kernel/database.ts'
import { allCircles, type CircleId, delegatesOf, membersOf } from '#slices/circles/index.ts'
import { headingOf } from '#slices/gatherings/index.ts'
import type { Who } from '../rules/state.ts'

async function membersBelow(db: Reader, circle: CircleId): Promise<[Who, CircleId][]> {
  const coops = (await allCircles(db)).filter(
    ({ parent, kind }) => parent === circle && kind === 'autonomous',
  )
  const members = await Promise.all(
    coops.map(async ({ id }) =>
      (await membersOf(db, id)).map(({ person }) => [person, id] as const),
    ),
  )
  return members.flat().map(([person, id]) => [person, id])
}

/** By person; who belongs to none, and every guest, is left out. Whom they speak for goes first. */
export async function coopsOf(
  db: Reader,
  gathering: string,
  whos: readonly Who[],
): Promise<Map<Who, CircleId>> {
  const circle = (await headingOf(db, gathering))?.circle
  if (!circle || whos.length === 0) return new Map()
  const delegates = await delegatesOf(db, { circle })
  const all = new Map([
    ...(await membersBelow(db, circle)),
    ...delegates.map(({ person, body }) => [person, body] as const),
  ])
  return new Map(
    whos.flatMap((who) => {
      const coop = all.get(who)
      return coop ? [[who, coop] as const] : []
    }),
  )
}
