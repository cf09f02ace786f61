/** What a caller is to minutes: there, of the circle, a facilitator; and the words they find by. */
import type { Reader } from '#kernel/database.ts'
import type { Caller } from '#kernel/session.ts'
import { circlesOf, isFacilitator, isMember } from '#slices/circles/index.ts'
import { facilitatorsOf } from '#slices/gatherings/index.ts'
import { circleAudience, gatheringAudience } from '#slices/notes/index.ts'
import { guestOf, guestsOfPerson } from '#slices/people/index.ts'
import { circleAudience as threadsOf } from '#slices/threads/index.ts'
import { circleAudienceOf, ownAudienceOf } from './audiences.ts'
import type { Heading } from './minutes.ts'
import { gatheringsOf, minutesWith, standsIn } from './attendees.ts'

export type Standing = {
  /** Every id that they are known by in this gathering. */
  ids: string[]
  wasThere: boolean
  member: boolean
  /** Facilitates the circle's gatherings, or was named to facilitate this one. */
  facilitates: boolean
}

/** The ids of a caller: the person, the guests they were, the guest that this browser is. */
export async function idsOf(db: Reader, caller: Caller, gathering: string): Promise<string[]> {
  const guest = await guestOf(db, gathering, caller.browser)
  const guests = caller.person ? await guestsOfPerson(db, caller.person) : []
  return [caller.person, guest?.id, ...guests].filter((id) => typeof id === 'string')
}

function facilitatorsIn(db: Reader, gathering: string) {
  return facilitatorsOf(db, `gth_${gathering.slice(4)}`)
}

/** What a caller is to these minutes. */
export async function standingOf(db: Reader, caller: Caller, of: Heading): Promise<Standing> {
  const ids = await idsOf(db, caller, of.gathering)
  const [wasThere, member, ofCircle, named] = await Promise.all([
    standsIn(db, of.id, ids),
    isMember(db, caller.person, of.circle),
    isFacilitator(db, caller.person, of.circle),
    facilitatorsIn(db, of.gathering),
  ])
  const facilitates = ofCircle || named.some((person) => person === caller.person)
  return { ids, wasThere, member, facilitates }
}

/** Whether they read the minutes whole; else only the public copy, where there is one. */
export function readsWhole({ visibility }: Heading, standing: Standing): boolean {
  if (standing.wasThere || standing.facilitates) return true
  return visibility !== 'participants' && standing.member
}

/** The words of audiences that a caller holds. */
export async function audiencesFor(db: Reader, caller: Caller): Promise<string[]> {
  if (!caller.person) return ['public']
  const [circles, guests] = await Promise.all([
    circlesOf(db, caller.person),
    guestsOfPerson(db, caller.person),
  ])
  const whos = [caller.person, ...guests]
  const [own, gatherings] = await Promise.all([minutesWith(db, whos), gatheringsOf(db, whos)])
  const coop = circles.some(({ parent }) => parent === null) ? [circleAudienceOf(null)] : []
  return [
    'public',
    ...coop,
    ...circles.map(({ id }) => circleAudienceOf(id)),
    ...own.map((id) => ownAudienceOf(id)),
    ...(coop.length > 0 ? [circleAudience(null)] : []),
    ...circles.map(({ id }) => circleAudience(id)),
    ...gatherings.map(gatheringAudience),
    ...circles.map(({ id }) => threadsOf(id)),
  ]
}
