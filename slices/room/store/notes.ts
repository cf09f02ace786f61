/**
 * Notes of a gathering and of its items: who may do what with them.
 * 1. Written by who was let into the room and not removed, by members of its circle who may see it,
 *    and by who shapes it, before, during and after.
 * 2. Read by other people of the hall who may see it; by strangers only through the room or a link.
 *    A wall reads. A seat at somebody else's microphone gives no right (rules/seats.ts, rules/walls.ts).
 * 3. Kept by who shapes it and by who facilitates or takes notes in its room.
 */
import { DAY, plus } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import type { Caller } from '#kernel/session.ts'
import {
  gatheringOf,
  gatheringsFor,
  headingOf,
  seriesBefore,
  standingIn,
} from '#slices/gatherings/index.ts'
import {
  circleAudience,
  gatheringAudience,
  type NoteHolder,
  type NotePart,
} from '#slices/notes/index.ts'
import { guestOf, namesOf, shownName } from '#slices/people/index.ts'
import { isWall, rolesOf } from '../rules/glance.ts'
import type { Person, Room } from '../rules/state.ts'
import { roomAsItIs } from './rooms.ts'

const MOST_COMING = 20

function knownIn(room: Room, who: string): Person[] {
  return Object.values(room.people).filter(
    (one) => one.seat === null && (one.who === who || one.person === who),
  )
}

async function whoIs(db: Reader, { person, browser }: Caller, gathering: string) {
  const who = person ?? (await guestOf(db, gathering, browser))?.id ?? null
  const name = who && (await namesOf(db, [who])).get(who)
  return { who, name: name ? shownName(name) : null }
}

async function rightOf(db: Reader, caller: Caller, gathering: string, who: string | null) {
  const [room, { called, member, shapes }] = await Promise.all([
    roomAsItIs(db, gathering),
    standingIn(db, caller, gathering),
  ])
  const known = who ? knownIn(room, who) : []
  if (known.some(({ removed }) => removed)) return 'none'
  if (who && isWall(room, who)) return 'read'
  if (shapes || known.length > 0 || (member && called)) return 'write'
  return called && caller.person ? 'read' : 'none'
}

/** The items of a running order that are talked about: as the room has them, else as called. */
async function partsOf(db: Reader, gathering: string): Promise<NotePart[]> {
  const room = await roomAsItIs(db, gathering)
  const items = room.call ? room.items : ((await gatheringOf(db, gathering))?.items ?? [])
  return items.flatMap(({ id, title, kind }) => (kind === 'break' ? [] : [{ item: id, title }]))
}

export const gatheringNotes: NoteHolder = {
  async standingOf(db, caller, id) {
    const as = await whoIs(db, caller, id)
    return { right: await rightOf(db, caller, id, as.who), ...as }
  },
  circleOf: async (db, id) => (await headingOf(db, id))?.circle ?? null,
  async headingOf(db, id) {
    const gathering = await headingOf(db, id)
    return gathering && { title: gathering.title, href: `/gatherings/${gathering.id}` }
  },
  async keeps(db, caller, id) {
    const { person } = caller
    if (person === null) return false
    if ((await standingIn(db, caller, id)).shapes) return true
    const roles = rolesOf(await roomAsItIs(db, id), person)
    return roles.includes('facilitator') || roles.includes('note-taker')
  },
  async audienceOf(db, id) {
    const gathering = await headingOf(db, id)
    const ofCircle = gathering && gathering.access !== 'invited'
    const own = gatheringAudience(id)
    return ofCircle ? `${own} ${circleAudience(gathering.circle)}` : own
  },
  partsOf,
  async comingFor(db, caller, now) {
    const span = { after: plus(now, -DAY), limit: MOST_COMING }
    const coming = await gatheringsFor(db, { person: caller.person, now }, span)
    const rights = await Promise.all(coming.map(({ id }) => rightOf(db, caller, id, caller.person)))
    return coming.flatMap(({ id, title }, at) => (rights[at] === 'write' ? [{ id, title }] : []))
  },
  beforeOf: seriesBefore,
}

/** An item is named by its gathering, a dot and its own id. */
function cut(id: string): { gathering: string; item: string } {
  const [gathering = '', item = ''] = id.split('.')
  return { gathering, item }
}

export const itemNotes: NoteHolder = {
  standingOf: (db, caller, id) => gatheringNotes.standingOf(db, caller, cut(id).gathering),
  circleOf: (db, id) => gatheringNotes.circleOf(db, cut(id).gathering),
  async headingOf(db, id) {
    const { gathering, item } = cut(id)
    const [heading, parts] = await Promise.all([
      gatheringNotes.headingOf(db, gathering),
      partsOf(db, gathering),
    ])
    const part = parts.find((one) => one.item === item)
    return heading && { ...heading, title: part?.title ?? heading.title }
  },
  audienceOf: async (db, id) =>
    (await gatheringNotes.audienceOf?.(db, cut(id).gathering)) ?? gatheringAudience(id),
  keeps: (db, caller, id) => gatheringNotes.keeps(db, caller, cut(id).gathering),
}
