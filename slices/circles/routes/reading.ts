/** Reading circles. */
import { meIn } from '#kernel/session.ts'
import type { Reader } from '#kernel/database.ts'
import { Refused } from '#kernel/problem.ts'
import { serve } from '#kernel/serve.ts'
import { namesOf } from '#slices/people/index.ts'
import { listCircles, myCircles, readCircle } from '../api.ts'
import { type CircleId, isWithin, maySummon, stewards } from '../rules.ts'
import {
  allCircles,
  circleOf,
  coop,
  isMember,
  memberCounts,
  membersOf,
  rolesOf,
  standingOf,
  trailOf,
} from '../store/circles.ts'
import { classesOf } from '../store/ports.ts'

/** One circle; refuses `not-found`. */
export async function circleIn(db: Reader, id: CircleId) {
  const circle = await circleOf(db, id)
  if (!circle) throw new Refused('not-found')
  return circle
}

/** A page of a circle shows the first of them; all are in the list of members, page by page. */
const FIRST_MEMBERS = 500

async function namedMembers(db: Reader, circle: CircleId) {
  const [members, roles] = await Promise.all([
    membersOf(db, circle, FIRST_MEMBERS),
    rolesOf(db, circle),
  ])
  const names = await namesOf(
    db,
    members.map(({ person }) => person),
  )
  return members.map(({ person, from }) => ({
    person,
    from,
    name: names.get(person)?.name ?? '',
    roles: roles.flatMap((held) => (held.person === person ? [held.role] : [])),
  }))
}

export const readingServings = [
  serve(listCircles, async ({ db, caller }) => {
    const person = meIn(caller)
    const [circles, counts, standing] = await Promise.all([
      allCircles(db),
      memberCounts(db),
      standingOf(db, person),
    ])
    return {
      circles: circles.map((circle) => ({
        ...circle,
        members: counts.get(circle.id) ?? 0,
        mine: isWithin(standing, circle.id),
      })),
    }
  }),
  serve(readCircle, async ({ db, caller, params, now }) => {
    const person = meIn(caller)
    const circle = await circleIn(db, params.circle)
    const [circles, standing, trail, classes] = await Promise.all([
      allCircles(db),
      standingOf(db, person),
      trailOf(db, circle.id),
      classesOf(db, circle.id, now),
    ])
    const mine = isWithin(standing, circle.id)
    const steward = stewards(circles, circle.id, standing)
    const sees = mine || steward || (await isMember(db, person))
    return {
      ...circle,
      trail: trail
        .slice(1)
        .toReversed()
        .map(({ id, name }) => ({ id, name })),
      within: circles.filter(({ parent }) => parent === circle.id),
      classes: classes
        .filter(({ holds }) => holds !== 'co-ops')
        .map(({ key, name }) => ({ key, name })),
      members: sees ? await namedMembers(db, circle.id) : null,
      may: { steward, call: maySummon(circles, circle.id, standing) },
      mine,
    }
  }),
  serve(myCircles, async ({ db, caller }) => {
    const hall = await coop(db)
    const shown = hall && { id: hall.id, name: hall.name, zone: hall.zone }
    if (!caller.person) return { coop: shown, steward: false, circles: [] }
    const [circles, standing] = await Promise.all([allCircles(db), standingOf(db, caller.person)])
    return {
      coop: shown,
      steward: hall !== null && stewards(circles, hall.id, standing),
      circles: circles
        .filter(({ id }) => isWithin(standing, id))
        .map((circle) => ({
          ...circle,
          roles: standing.roles.flatMap((held) => (held.circle === circle.id ? [held.role] : [])),
          call: maySummon(circles, circle.id, standing),
        })),
    }
  }),
]
