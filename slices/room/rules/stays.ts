/** Stays: how coming and going change a room (the law stands in people.ts). */
import type { Instant } from '#kernel/clock.ts'
import { Who } from './call.ts'
import { personOf } from './glance.ts'
import { later, withKey } from './happening.ts'
import { endTurns } from './speaking-time.ts'
import type { Person, Room, Stay } from './state.ts'
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

/** The room after somebody is no longer in it; a place is kept for who lost the line. */
export function gone(room: Room, who: Who, { at, keep }: { at: Instant; keep: boolean }): Room {
  const person = personOf(room, who)
  if (!person) return room
  const left = withPerson(
    endTurns(room, (one) => one === who, at),
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
