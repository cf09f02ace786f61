/** Stays: how coming and going change a room (the law stands in people.ts). */
import type { Instant } from '#kernel/clock.ts'
import { Who } from './call.ts'
import { microphoneOf, personOf } from './glance.ts'
import { later, withKey } from './happening.ts'
import { endTurns } from './speaking-time.ts'
import type { Microphone, Person, Room, Stay } from './state.ts'
import { takeBack } from './temperature.ts'

export function arriving(stays: readonly Stay[], at: Instant): Stay[] {
  const last = stays.at(-1)
  if (last?.till === null) return [...stays]
  return [...stays, { from: last?.till ? later(last.till, at) : at, till: null }]
}

function departing(stays: readonly Stay[], at: Instant): Stay[] {
  const last = stays.at(-1)
  if (last?.till !== null) return [...stays]
  return stays.with(stays.length - 1, { from: last.from, till: later(last.from, at) })
}

export function withPerson(room: Room, person: Person): Room {
  return { ...room, people: withKey(room.people, person.who, person) }
}

function seatsOf(room: Room, by: Who): Person[] {
  return Object.values(room.people).filter(({ seat }) => seat?.by === by)
}

/** Those at a microphone go with whose device it is; for good, when it is one no longer. */
function goAlong(room: Room, by: Who, how: { at: Instant; keep: boolean }): Room {
  const microphone = microphoneOf(room, by)
  if (!microphone) return room
  const empty = seatsOf(room, by)
    .filter(({ stays, left }) => stays.at(-1)?.till === null || (!how.keep && !left))
    .reduce((one, { who }) => gone(one, who, how), room)
  return how.keep ? empty : withMicrophone(empty, by, { ...microphone, till: how.at })
}

/** Whose device is a microphone is back after the line was lost: so are those who sit there. */
export function comeAlong(room: Room, by: Who, at: Instant): Room {
  if (!microphoneOf(room, by)) return room
  return seatsOf(room, by)
    .filter(({ left, removed }) => !left && !removed)
    .reduce(
      (one, person) => withPerson(one, { ...person, stays: arriving(person.stays, at) }),
      room,
    )
}

export function withMicrophone(room: Room, by: Who, microphone: Microphone): Room {
  return { ...room, microphones: withKey(room.microphones, by, microphone) }
}

/** The room after somebody is no longer in it; a place is kept for who lost the line. */
export function gone(room: Room, who: Who, { at, keep }: { at: Instant; keep: boolean }): Room {
  const person = personOf(room, who)
  if (!person) return room
  const alone = goAlong(room, who, { at, keep })
  const left = withPerson(
    endTurns(alone, (one) => one === who, at),
    { ...person, left: !keep, stays: departing(person.stays, at) },
  )
  if (keep) return left
  const requests = left.stack.requests.filter((request) => request.who !== who)
  return {
    ...left,
    stack: { ...left.stack, requests },
    temperature: takeBack(left.temperature, who),
  }
}

/** Everybody out, at the end of the gathering. */
export function everybodyOut(room: Room, at: Instant): Room {
  const people = Object.values(room.people).map((person) => [
    person.who,
    { ...person, stays: departing(person.stays, at) },
  ])
  return { ...room, people: Object.fromEntries(people) }
}
