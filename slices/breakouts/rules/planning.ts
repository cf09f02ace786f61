/**
 * Planning groups, and who belongs to which.
 * 1. A facilitator plans them, makes the plan anew and drops it, until the groups go.
 * 2. Where people choose, they choose for themselves among groups with a free place, until the
 *    groups go. Once they are out, people go to another group only where wandering is allowed.
 * 3. Whoever is in a group may come back to the main hall at any time.
 * 4. A facilitator places anybody anywhere, also beyond the places of a group, and goes themselves
 *    where they like.
 */
import { type Change, happenAll, type Refusal, refuse } from '#kernel/change.ts'
import { dropped, placed, planned } from './happenings.ts'
import {
  type Breakouts,
  current,
  type Group,
  groupOf,
  type GroupSet,
  membersOf,
  Who,
} from './state.ts'

export const MOST_GROUPS = 50

export type Plan = Pick<
  GroupSet,
  'item' | 'way' | 'minutes' | 'graceSeconds' | 'wander' | 'placed'
> & {
  pairs: [Who, Who][]
  groups: Pick<Group, 'id' | 'name' | 'question' | 'host' | 'places'>[]
}

/** Law 1. */
export function planGroups(breakouts: Breakouts, by: Who, plan: Plan): Change {
  if (current(breakouts)?.state === 'out') return refuse('groups-are-out')
  return happenAll(planned.of({ ...plan, by }))
}

export function dropPlan(breakouts: Breakouts, by: Who): Change {
  const set = current(breakouts)
  if (!set) return refuse('no-groups-planned')
  return set.state === 'out' ? refuse('groups-are-out') : happenAll(dropped.of({ by }))
}

/** Who acts, and whether they facilitate the gathering. */
export type Actor = { who: Who; facilitates: boolean }

function openGroup(set: GroupSet, id: string): Group | Refusal {
  const group = set.groups.find((one) => one.id === id)
  if (!group) return refuse('no-such-group')
  return group.backAt ? refuse('group-is-back') : group
}

function isFull(set: GroupSet, { id, places }: Group): boolean {
  return places !== null && membersOf(set, id).length >= places
}

/** Laws 2 to 4: somebody goes to a group, or (null) back to the main hall. */
export function goTo(
  breakouts: Breakouts,
  { who, facilitates }: Actor,
  group: string | null,
): Change {
  const set = current(breakouts)
  if (!set) return refuse('no-groups-planned')
  if ((groupOf(set, who)?.id ?? null) === group) return happenAll()
  if (group === null) return happenAll(placed.of({ who, group, how: 'came-back', by: who }))
  const wanted = openGroup(set, group)
  if ('refused' in wanted) return wanted
  const isOut = set.state === 'out'
  const may = facilitates || (isOut ? set.wander : set.way === 'choice')
  if (!may) return refuse('groups-are-sorted')
  if (!facilitates && isFull(set, wanted)) return refuse('group-full')
  return happenAll(placed.of({ who, group, how: isOut ? 'wandered' : 'chosen', by: who }))
}

/** Law 4: a facilitator places somebody. */
export function placeSomebody(
  breakouts: Breakouts,
  by: Who,
  who: Who,
  group: string | null,
): Change {
  const set = current(breakouts)
  if (!set) return refuse('no-groups-planned')
  if ((groupOf(set, who)?.id ?? null) === group) return happenAll()
  const wanted = group === null ? null : openGroup(set, group)
  if (wanted && 'refused' in wanted) return wanted
  return happenAll(placed.of({ who, group, how: 'moved', by }))
}
