/**
 * Sitting together: some are in one place, a village hall, and share one device with the others online.
 * 1. Whoever is in the room with an account may say that their device is the microphone of a place,
 *    and name the place, once the gathering has begun. It is one until they or a facilitator end it,
 *    they leave or are removed, or the gathering ends. With a lost line it waits, and so do those there.
 * 2. Whose device it is, and facilitators, say by name who sits there: a member of the circle, or
 *    anybody by the name they give. They, nobody else, ask for the floor for them, take that back,
 *    end their turn, pass for them in a round, and say that somebody went, or sits there again.
 * 3. Who sits there is somebody of their own in the stack, on the floor and in rounds, by the same
 *    rules as all others; the time counts for them, never for whose device it is. While they have
 *    the floor, the microphone of the place is the one that may be heard.
 * 4. Nobody is there twice: who is in the room with a device of their own is not seated. Who sits
 *    there and then comes in with their own gives the seat up; what they asked for, their place in
 *    a round and their turn go with them. This can be known of members alone, not of a name typed in.
 * 5. A seat is somebody else's word. It is enough for speaking and for being named in the minutes.
 *    It opens no door of the room, carries no role, and is not counted where a vote asks who is
 *    present: votes are cast on a device of one's own. A member who was there reads the minutes.
 * 6. Who was removed is not seated, and in a locked room nobody new is. A member who was removed from
 *    a seat does not come in with a device of their own.
 */
import { z } from 'zod'
import type { Instant } from '#kernel/clock.ts'
import { Who } from './call.ts'
import { isHere, isHereThemselves, microphoneOf, peopleHere, personOf, sitsAt } from './glance.ts'
import { happening } from './happening.ts'
import { arriving, gone, withMicrophone, withPerson } from './stays.ts'
import type { Room } from './state.ts'

/** The longest name of a place. */
export const PLACE_LONGEST = 60

const By = z.object({ by: Who })

export const microphoneOpened = happening(
  'microphone.opened',
  By.extend({ place: z.string().min(1) }),
  (room, { by, place }, { at }) => {
    if (room.endedAt || !isHereThemselves(room, by)) return room
    const since = microphoneOf(room, by)?.since ?? at
    const people = Object.values(room.people).map((person) => [
      person.who,
      person.seat?.by === by ? { ...person, seat: { by, place } } : person,
    ])
    return withMicrophone({ ...room, people: Object.fromEntries(people) }, by, {
      place,
      since,
      till: null,
    })
  },
)

function closed(room: Room, who: Who, at: Instant): Room {
  const microphone = microphoneOf(room, who)
  if (!microphone) return room
  const sitting = peopleHere(room).filter(({ seat }) => seat?.by === who)
  const empty = sitting.reduce((one, seat) => gone(one, seat.who, { at, keep: false }), room)
  return withMicrophone(empty, who, { ...microphone, till: at })
}

export const microphoneClosed = happening(
  'microphone.closed',
  By.extend({ who: Who }),
  (room, { who }, { at }) => closed(room, who, at),
)

/** Law 4: is this member in the room already, themselves or on a seat? */
export function isHereAs(room: Room, person: Who): boolean {
  return peopleHere(room).some((one) => one.who === person || one.person === person)
}

export const seated = happening(
  'microphone.seated',
  z.object({ at: Who, who: Who, name: z.string().min(1), person: Who.nullable(), by: Who }),
  (room, { at: by, who, name, person }, { at }) => {
    const microphone = microphoneOf(room, by)
    const before = personOf(room, who)
    if (room.endedAt || !microphone || before?.removed || isHere(room, who)) return room
    if (before && !before.seat) return room
    if (person && isHereAs(room, person)) return room
    return withPerson(room, {
      who,
      name,
      kind: person ? 'person' : 'guest',
      stays: arriving(before?.stays ?? [], at),
      person: before?.person ?? person,
      removed: false,
      left: false,
      seat: { by, place: microphone.place },
    })
  },
)

/** Law 4: who comes in with a device of their own takes along what they have at the microphone. */
export function seatGivenUp(room: Room, who: Who, at: Instant): Room {
  const old = peopleHere(room).find(({ seat, person }) => seat !== null && person === who)
  if (!old) return room
  const as = (one: Who) => (one === old.who ? who : one)
  const inTheirName = <T extends { who: Who }>(all: readonly T[]): readonly T[] =>
    all.some((one) => one.who === who) ? all : all.map((one) => ({ ...one, who: as(one.who) }))
  const once = (all: readonly Who[]) => [...new Set(all.map(as))]
  const { floor, stack } = room
  const round = floor.round && {
    ...floor.round,
    order: once(floor.round.order),
    left: once(floor.round.left),
  }
  const moved: Room = {
    ...room,
    floor: { ...floor, holders: inTheirName(floor.holders), round },
    stack: { ...stack, requests: inTheirName(stack.requests) },
  }
  return gone(moved, old.who, { at, keep: false })
}

export const rose = happening('microphone.left', By.extend({ who: Who }), (room, { who }, { at }) =>
  sitsAt(room, who) === null ? room : gone(room, who, { at, keep: false }),
)

export const seatHappenings = [microphoneOpened, microphoneClosed, seated, rose]
