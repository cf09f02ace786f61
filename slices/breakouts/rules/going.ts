/**
 * Going out and coming back.
 * 1. All groups go at one moment, for the minutes of the plan. Who is here and belongs to none goes
 *    where the fewest are and a place is free, save in groups sorted by hand; who facilitates stays.
 * 2. Who comes into the gathering while they are out goes the same way; who was in one before goes
 *    back into it.
 * 3. A facilitator lengthens the time of one group or of all, or calls all back in some seconds: at
 *    once, when that is none.
 * 4. A group comes back when its time is over. While somebody there speaks (has the floor, or was
 *    heard within three seconds) it may go on, for the grace of the plan at most.
 * 5. Who reports for a group: who was named there, else its host, else who wrote most of what it
 *    brings back, else who was placed first.
 */
import { type Change, happenAll, refuse } from '#kernel/change.ts'
import { type Instant, MINUTE, msBetween, plus, SECOND } from '#kernel/clock.ts'
import * as happened from './happenings.ts'
import type { Actor } from './planning.ts'
import { freePlace } from './sorting.ts'
import {
  type Breakouts,
  current,
  type Group,
  groupOf,
  type GroupSet,
  membersOf,
  outNow,
  Who,
} from './state.ts'

const HEARD_MS = 3 * SECOND

const later = (a: Instant, b: Instant): Instant => (a > b ? a : b)

/** Groups with their free places, the ones of `more` counted in. */
function roomsOf(set: GroupSet, more: ReadonlyMap<Who, string> = new Map()) {
  return out(set, null).map(({ id, places }) => ({
    id,
    places,
    count: membersOf(set, id).length + [...more.values()].filter((group) => group === id).length,
  }))
}

/** Law 1: who is placed at the last moment. */
export function lastPlaced(set: GroupSet, here: readonly Actor[]): Map<Who, string> {
  const more = new Map<Who, string>()
  if (set.way === 'hand') return more
  for (const { who, facilitates } of here) {
    if (facilitates || groupOf(set, who)) continue
    const group = freePlace(roomsOf(set, more))
    if (group) more.set(who, group)
  }
  return more
}

export type Going = { here: readonly Actor[]; notes: Record<string, string>; now: Instant }

/** Law 1: the groups go. */
export function goOut(breakouts: Breakouts, by: Who, { here, notes, now }: Going): Change {
  const set = current(breakouts)
  if (!set) return refuse('no-groups-planned')
  if (set.state === 'out') return refuse('groups-are-out')
  const late = [...lastPlaced(set, here)].map(([who, group]) =>
    happened.placed.of({ who, group, how: 'late', by: null }),
  )
  const till = plus(now, set.minutes * MINUTE)
  return happenAll(...late, happened.went.of({ till, notes, by }))
}

/** Law 2: somebody comes into the gathering; `known` are other names of theirs here. */
export function comeLate(breakouts: Breakouts, { who, facilitates }: Actor, known: Who[]): Change {
  const set = outNow(breakouts)
  if (!set || groupOf(set, who)) return happenAll()
  const before = known.map((one) => groupOf(set, one)).find(Boolean)
  if (facilitates && !before) return happenAll()
  const group = before?.id ?? (set.way === 'hand' ? null : freePlace(roomsOf(set)))
  return group ? happenAll(happened.placed.of({ who, group, how: 'late', by: null })) : happenAll()
}

/** Somebody leaves the gathering, and with it their place. */
export function goneFor(breakouts: Breakouts, who: Who): Change {
  const set = current(breakouts)
  if (!set || !groupOf(set, who)) return happenAll()
  return happenAll(happened.placed.of({ who, group: null, how: 'gone', by: null }))
}

function out(set: GroupSet, group: string | null): Group[] {
  return set.groups.filter(({ id, backAt }) => backAt === null && (group === null || id === group))
}

/** Law 3. */
export function lengthen(
  breakouts: Breakouts,
  by: Who,
  { group, minutes, now }: { group: string | null; minutes: number; now: Instant },
): Change {
  const set = outNow(breakouts)
  if (!set) return refuse('nobody-is-out')
  const meant = out(set, group)
  if (meant.length === 0) return refuse('no-such-group')
  return happenAll(
    ...meant.map(({ id, endsAt }) =>
      happened.lengthened.of({
        groups: [id],
        till: plus(later(endsAt ?? now, now), minutes * MINUTE),
        by,
      }),
    ),
  )
}

/** Law 3: nobody gets more time by being called back. */
export function callBack(
  breakouts: Breakouts,
  by: Who,
  { seconds, now }: { seconds: number; now: Instant },
): Change {
  const set = outNow(breakouts)
  if (!set) return refuse('nobody-is-out')
  const till = plus(now, seconds * SECOND)
  const groups = out(set, null).flatMap(({ id, endsAt }) => (endsAt && endsAt > till ? [id] : []))
  return groups.length > 0 ? happenAll(happened.lengthened.of({ groups, till, by })) : happenAll()
}

export type Spoken = { hasFloor: boolean; heardAt: Instant | null }

/** Law 4: the groups whose time to come back has come. */
export function groupsDue(
  set: GroupSet,
  spokenIn: (group: string) => Spoken,
  now: Instant,
): Group[] {
  return out(set, null).filter(({ id, endsAt }) => {
    if (!endsAt || endsAt > now) return false
    if (plus(endsAt, set.graceSeconds * SECOND) <= now) return true
    const { hasFloor, heardAt } = spokenIn(id)
    return !hasFloor && (heardAt === null || msBetween(heardAt, now) > HEARD_MS)
  })
}

/** Law 5. `writers`: who wrote what it brings back, the most first. */
export function reporterOf(set: GroupSet, group: Group, writers: readonly Who[]): Who | null {
  const members = membersOf(set, group.id)
  const wrote = writers.find((who) => members.includes(who))
  return group.reporter ?? group.host ?? wrote ?? members[0] ?? null
}
