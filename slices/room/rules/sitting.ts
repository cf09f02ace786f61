/** The microphone of a place, and who sits there (the law stands in seats.ts). */
import { type Change, happenAll, type Refusal, refuse } from '#kernel/change.ts'
import type { Who } from './call.ts'
import { isFacilitator, isHere, microphoneOf, personOf, sitsAt, unlessHere } from './glance.ts'
import { isHereAs, microphoneClosed, microphoneOpened, rose, seated } from './seats.ts'
import type { Person, Room } from './state.ts'

/** The most places of a gathering, and the most who ever sat at one microphone. */
export const MOST_PLACES = 30
export const MOST_SEATS = 200

function unlessBegun(room: Room): Refusal | null {
  return room.beganAt === null ? refuse('not-begun') : null
}

/** Law 1: somebody's device is the microphone of a place from now on, or has another name. */
export function openMicrophone(room: Room, by: Who, place: string): Change {
  const refusal = unlessHere(room, by) ?? unlessBegun(room)
  if (refusal) return refusal
  if (personOf(room, by)?.kind !== 'person') return refuse('microphone-needs-account')
  if (microphoneOf(room, by)?.place === place) return happenAll()
  const known = Object.hasOwn(room.microphones, by)
  if (!known && Object.keys(room.microphones).length >= MOST_PLACES) return refuse('many-places')
  return happenAll(microphoneOpened.of({ by, place }))
}

/** Law 2: refuses whose microphone it is not, and who does not facilitate. */
function unlessKeeps(room: Room, by: Who, who: Who): Refusal | null {
  const refusal = unlessHere(room, by)
  if (refusal) return refusal
  if (by !== who && !isFacilitator(room, by)) return refuse('not-your-microphone')
  return microphoneOf(room, who) ? null : refuse('no-microphone')
}

/** Law 1: it is no microphone any more. */
export function closeMicrophone(room: Room, by: Who, who: Who): Change {
  return unlessKeeps(room, by, who) ?? happenAll(microphoneClosed.of({ who, by }))
}

export type Sitter = Pick<Person, 'who' | 'name' | 'person'>

/** Law 6: under this id, as this member, or on another seat of theirs. */
function wasRemoved({ people }: Room, { who, person }: Sitter): boolean {
  return Object.values(people).some(
    (one) =>
      one.removed &&
      (one.who === who || (person !== null && (one.who === person || one.person === person))),
  )
}

const seatsEver = (room: Room, at: Who) =>
  Object.values(room.people).filter(({ seat }) => seat?.by === at)

/** Laws 2, 4 and 6: somebody sits at a microphone from now on. */
export function sitDown(room: Room, by: Who, at: Who, sitter: Sitter): Change {
  const refusal = unlessKeeps(room, by, at)
  if (refusal) return refusal
  const { who, name, person } = sitter
  if (wasRemoved(room, sitter)) return refuse('removed-person')
  if (isHere(room, who) || (person && isHereAs(room, person))) return refuse('here-already')
  const seats = seatsEver(room, at)
  if (!personOf(room, who)) {
    if (room.locked) return refuse('room-locked')
    if (seats.length >= MOST_SEATS) return refuse('place-full')
  }
  return happenAll(seated.of({ at, who, name, person, by }))
}

/** Law 2: somebody who went sits there again, as who they were. */
export function seatAgain(room: Room, by: Who, who: Who): Change {
  const before = personOf(room, who)
  if (!before?.seat) return unlessHere(room, by) ?? refuse('nobody-by-that-id')
  return sitDown(room, by, before.seat.by, before)
}

/** Law 2: somebody went from there. */
export function rise(room: Room, by: Who, who: Who): Change {
  const at = personOf(room, who)?.seat?.by
  if (!at) return unlessHere(room, by) ?? refuse('nobody-by-that-id')
  const refusal = unlessKeeps(room, by, at)
  if (refusal) return refusal
  return sitsAt(room, who) === null ? happenAll() : happenAll(rose.of({ who, by }))
}
