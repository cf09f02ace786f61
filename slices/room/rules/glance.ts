/** What one sees at a glance in a room: the item now, who is here, who facilitates. */
import { type Refusal, refuse } from '#kernel/change.ts'
import { type Instant, msBetween } from '#kernel/clock.ts'
import type { Who } from './call.ts'
import type { Item, Microphone, Person, Role, Room } from './state.ts'

/** The item that runs now. */
export function itemNow(room: Room): Item | undefined {
  return room.items.find(({ state }) => state === 'now')
}

/** The first item that has not begun. */
export function itemNext(room: Room): Item | undefined {
  return room.items.find(({ state }) => state === 'ahead')
}

export function personOf(room: Room, who: Who): Person | undefined {
  return Object.hasOwn(room.people, who) ? room.people[who] : undefined
}

/** In the room at this moment, as far as the record knows. */
export function isHere(room: Room, who: Who): boolean {
  const person = personOf(room, who)
  return person !== undefined && !person.removed && person.stays.at(-1)?.till === null
}

export function rolesOf(room: Room, who: Who): readonly Role[] {
  return Object.hasOwn(room.roles, who) ? (room.roles[who] ?? []) : []
}

export function hasRole(room: Room, who: Who, role: Role): boolean {
  return rolesOf(room, who).includes(role)
}

export function isFacilitator(room: Room, who: Who): boolean {
  return hasRole(room, who, 'facilitator')
}

/** Those in the room who facilitate. */
export function facilitatorsHere(room: Room): Who[] {
  return Object.keys(room.roles).filter((who) => isFacilitator(room, who) && isHere(room, who))
}

/** The name somebody goes by in this room. */
export function nameIn(room: Room, who: Who): string {
  return personOf(room, who)?.name ?? ''
}

/** Everybody who is in the room, in the order of their first coming. */
export function peopleHere(room: Room): Person[] {
  return Object.values(room.people).filter(({ who }) => isHere(room, who) && !isWall(room, who))
}

/** The microphone that somebody's device is now. */
export function microphoneOf(room: Room, who: Who): Microphone | undefined {
  const microphone = Object.hasOwn(room.microphones, who) ? room.microphones[who] : undefined
  return microphone?.till === null ? microphone : undefined
}

/** Whose device is the microphone at which somebody sits now; null when they came with their own. */
export function sitsAt(room: Room, who: Who): Who | null {
  return isHere(room, who) ? (personOf(room, who)?.seat?.by ?? null) : null
}

/** In the room as a wall: it shows the stage and does nothing (walls.ts). */
export function isWall(room: Room, who: Who): boolean {
  return Object.hasOwn(room.walls, who)
}

/** In the room with a device of their own. */
export function isHereThemselves(room: Room, who: Who): boolean {
  return isHere(room, who) && sitsAt(room, who) === null && !isWall(room, who)
}

/** Everybody who is in the room with a device of their own, in the order of their first coming. */
export function peopleThemselves(room: Room): Person[] {
  return peopleHere(room).filter(({ seat }) => seat === null)
}

/** Refuses what only somebody in a living room may do; null when they may. */
export function unlessHere(room: Room, who: Who): Refusal | null {
  if (room.endedAt !== null) return refuse('gathering-over')
  if (personOf(room, who)?.removed) return refuse('removed')
  return isHereThemselves(room, who) ? null : refuse('not-in-the-room')
}

/** Refuses what somebody does for themselves, a facilitator for anybody, and a microphone for who sits at it. */
export function unlessSpeaksFor(room: Room, by: Who, who: Who): Refusal | null {
  const refusal = unlessHere(room, by)
  if (refusal) return refusal
  const may = by === who || isFacilitator(room, by) || sitsAt(room, who) === by
  return may ? null : refuse('only-facilitators')
}

/** Refuses what only a facilitator in a living room may do; null when they may. */
export function unlessFacilitator(room: Room, by: Who): Refusal | null {
  return unlessHere(room, by) ?? (isFacilitator(room, by) ? null : refuse('only-facilitators'))
}

/** Milliseconds that somebody was in the room, over all stays; a stay that lasts counts till `now`. */
export function timeHere({ stays }: Pick<Person, 'stays'>, now: Instant): number {
  return stays.reduce((sum, { from, till }) => sum + Math.max(0, msBetween(from, till ?? now)), 0)
}
