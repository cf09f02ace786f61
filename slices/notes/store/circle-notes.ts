/** Notes of a circle: its members write, its facilitators and stewards keep. */
import type { Reader } from '#kernel/database.ts'
import {
  type CircleId,
  circleOf,
  isFacilitator,
  isMember,
  isSteward,
} from '#slices/circles/index.ts'
import { namesOf, shownName } from '#slices/people/index.ts'
import { circleAudience } from './audiences.ts'
import type { NoteHolder } from './holders.ts'

function circleIn(id: string): CircleId {
  return `cir_${id.slice(4)}`
}

/** The name of a person, as it is shown. */
export async function nameOf(db: Reader, who: string): Promise<string | null> {
  const name = (await namesOf(db, [who])).get(who)
  return name ? shownName(name) : null
}

export const circleNotes: NoteHolder = {
  async standingOf(db, { person }, id) {
    const circle = circleIn(id)
    const belongs = (await isMember(db, person, circle)) || (await isSteward(db, person, circle))
    if (person === null || !belongs) return { right: 'none', who: person, name: null }
    return { right: 'write', who: person, name: await nameOf(db, person) }
  },
  circleOf: async (_db, id) => circleIn(id),
  async headingOf(db, id) {
    const circle = await circleOf(db, circleIn(id))
    return circle && { title: circle.name, href: `/circles/${circle.id}` }
  },
  async audienceOf(db, id) {
    const circle = await circleOf(db, circleIn(id))
    const ofCoop = circle?.parent === null ? ` ${circleAudience(null)}` : ''
    return circleAudience(id) + ofCoop
  },
  keeps: (db, { person }, id) => isFacilitator(db, person, circleIn(id)),
}
