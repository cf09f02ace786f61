/** The door: who comes in, who waits, and leaving (the law stands in people.ts). */
import { type Change, happenAll, type Refusal, refuse } from '#kernel/change.ts'
import type { Who } from './call.ts'
import { facilitatorsHere, isFacilitator, isHere, peopleThemselves, personOf } from './glance.ts'
import { entered, left } from './people.ts'
import type { Room } from './state.ts'

/** How somebody stands before the door. */
export type Comer = {
  who: Who
  name: string
  kind: 'person' | 'guest'
  member: boolean
  admitted: boolean
}

/** Under their own name, or from a seat at somebody else's microphone (seats.ts). */
function wasRemoved({ people }: Room, who: Who): boolean {
  return Object.values(people).some(
    (one) => one.removed && (one.who === who || (one.seat !== null && one.person === who)),
  )
}

/** What the door answers: straight in, wait to be let in, or a refusal. */
export function doorFor(room: Room, comer: Comer): 'in' | 'wait' | Refusal {
  const before = personOf(room, comer.who)
  if (wasRemoved(room, comer.who)) return refuse('removed')
  if (room.endedAt) return refuse('gathering-over')
  if (before || isFacilitator(room, comer.who)) return 'in'
  if (room.locked) return comer.admitted ? 'in' : refuse('room-locked')
  if (comer.admitted) return 'in'
  if (room.strangersWait && comer.kind === 'guest') return 'wait'
  if (room.lobby === 'ask') return 'wait'
  return room.lobby === 'members' && !comer.member ? 'wait' : 'in'
}

/** Comes in; coming again under the same name changes nothing. */
export function enterRoom(
  room: Room,
  { who, name, kind }: Pick<Comer, 'who' | 'name' | 'kind'>,
): Change {
  if (room.endedAt) return refuse('gathering-over')
  if (isHere(room, who) && personOf(room, who)?.name === name) return happenAll()
  return happenAll(entered.of({ who, name, kind }))
}

/** Would the room be without a facilitator if this one left? */
export function leavesItAlone(room: Room, who: Who): boolean {
  const care = facilitatorsHere(room)
  return (
    room.beganAt !== null &&
    care.length === 1 &&
    care[0] === who &&
    peopleThemselves(room).length > 1
  )
}

/** Leaves of one's own will. */
export function leaveRoom(room: Room, who: Who): Change {
  if (!isHere(room, who)) return happenAll()
  if (leavesItAlone(room, who)) return refuse('hand-over-first')
  return happenAll(left.of({ who, how: 'left' }))
}
