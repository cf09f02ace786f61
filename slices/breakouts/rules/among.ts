/**
 * Between the groups and the hall.
 * 1. Whoever is in a group calls for help for it; a facilitator says that they come.
 * 2. Whoever is in a group, and every facilitator, says who reports for it. A facilitator names its
 *    host.
 * 3. One facilitator at a time speaks to all groups; another one who begins takes over.
 */
import { type Change, happenAll, type Refusal, refuse } from '#kernel/change.ts'
import * as happened from './happenings.ts'
import type { Actor } from './planning.ts'
import { type Breakouts, current, groupOf, type GroupSet, outNow, Who } from './state.ts'

function outWith(breakouts: Breakouts, group: string): GroupSet | Refusal {
  const set = outNow(breakouts)
  if (!set) return refuse('nobody-is-out')
  const found = set.groups.find(({ id }) => id === group)
  if (!found) return refuse('no-such-group')
  return found.backAt ? refuse('group-is-back') : set
}

function unlessOfGroup(set: GroupSet, { who, facilitates }: Actor, group: string): Refusal | null {
  return facilitates || groupOf(set, who)?.id === group ? null : refuse('not-in-the-group')
}

/** Law 1. */
export function callForHelp(breakouts: Breakouts, actor: Actor, group: string): Change {
  const set = outWith(breakouts, group)
  if ('refused' in set) return set
  return (
    unlessOfGroup(set, actor, group) ?? happenAll(happened.helpCalled.of({ group, by: actor.who }))
  )
}

/** Law 1: help came, or who called no longer needs it. */
export function helpIsHere(breakouts: Breakouts, actor: Actor, group: string): Change {
  const set = outWith(breakouts, group)
  if ('refused' in set) return set
  return (
    unlessOfGroup(set, actor, group) ?? happenAll(happened.helpCame.of({ group, by: actor.who }))
  )
}

/** Law 2. */
export function nameReporter(breakouts: Breakouts, actor: Actor, group: string, who: Who): Change {
  const set = outWith(breakouts, group)
  if ('refused' in set) return set
  const refusal = unlessOfGroup(set, actor, group)
  if (refusal) return refusal
  if (groupOf(set, who)?.id !== group) return refuse('nobody-by-that-id')
  return happenAll(happened.reports.of({ group, who, by: actor.who }))
}

/** Law 2. */
export function nameHost(breakouts: Breakouts, by: Who, group: string, who: Who | null): Change {
  const set = current(breakouts)
  if (!set) return refuse('no-groups-planned')
  if (!set.groups.some(({ id }) => id === group)) return refuse('no-such-group')
  if (who && groupOf(set, who)?.id !== group) return refuse('nobody-by-that-id')
  return happenAll(happened.hosted.of({ group, who, by }))
}

/** Law 3. */
export function speakToAll(breakouts: Breakouts, by: Who, on: boolean): Change {
  if (!outNow(breakouts)) return refuse('nobody-is-out')
  return happenAll(happened.spokeToAll.of({ by, on }))
}

/** Only whoever is in a group says that somebody is heard there; nothing is written of it. */
export function heardIn(breakouts: Breakouts, actor: Actor, group: string): Change {
  const set = outWith(breakouts, group)
  if ('refused' in set) return set
  return unlessOfGroup(set, actor, group) ?? happenAll()
}
