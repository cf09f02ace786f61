/**
 * At least so many of a group among the elected (I. D. Hill, "STV with constraints", Voting matters
 * 9, 1998; J. Otten, "STV with multiple constraints", Voting matters 13, 2001).
 * 1. A group is a list of candidates and how many of them must be elected, declared before opening.
 *    Somebody may be in several groups. Groups that can't all be served are refused before the count.
 * 2. **Doomed** is whoever can't be elected any more without making it impossible to serve all groups;
 *    **guarded** is whoever can't be excluded without that. Both are found out exactly, for all groups
 *    together, since groups may get in each other's way.
 * 3. Whoever is doomed is out at once, however many votes they have; whoever is guarded isn't
 *    excluded. Otherwise the count goes on as without groups.
 *
 * Example: three seats, two for women and two for black people at least; two black men, two white women and
 * one black woman stand. Without her the promises can't both be kept, so she is guarded. (at-least.test.ts)
 */
import { refuse, type Refusal } from '#kernel/change.ts'

export type AtLeast = { of: readonly number[]; least: number }

/** What is still to be decided: who is elected, who may yet be, and how many are elected in all. */
export type Open = {
  elected: readonly number[]
  among: readonly number[]
  seats: number
  groups: readonly AtLeast[]
}

/** Groups beyond this are too many to look at together. */
export const MOST_GROUPS = 4

/** The fewest candidates that serve all needs, by trying each once with every need met so far. */
function fewestFor(needs: readonly number[], among: readonly number[], groups: readonly AtLeast[]) {
  let fewest = new Map([[needs.join(), 0]])
  for (const one of among) {
    const helps = groups.map(({ of }) => (of.includes(one) ? 1 : 0))
    if (!helps.includes(1)) continue
    const next = new Map(fewest)
    for (const [key, used] of fewest) {
      const left = key.split(',').map((need, at) => Math.max(0, Number(need) - (helps[at] ?? 0)))
      const there = left.join()
      if (used + 1 < (next.get(there) ?? Infinity)) next.set(there, used + 1)
    }
    fewest = next
  }
  return fewest.get(needs.map(() => 0).join()) ?? Infinity
}

/** Law 2: can all groups still be served? */
export function canServe({ elected, among, seats, groups }: Open): boolean {
  if (groups.length === 0) return true
  const needs = groups.map(({ of, least }) =>
    Math.max(0, least - elected.filter((one) => of.includes(one)).length),
  )
  return fewestFor(needs, among, groups) <= seats - elected.length
}

/** May this one be elected now? */
export function mayElect(open: Open, one: number): boolean {
  const among = open.among.filter((each) => each !== one)
  return canServe({ ...open, elected: [...open.elected, one], among })
}

/** May this one be excluded now? */
export function mayExclude(open: Open, one: number): boolean {
  return canServe({ ...open, among: open.among.filter((each) => each !== one) })
}

/** Law 1. Refuses groups that can't all be served, and more than can be looked at together. */
export function checkGroups(open: Open): Refusal | null {
  if (open.groups.length > MOST_GROUPS)
    return refuse('too-many-groups', { groups: open.groups.length, most: MOST_GROUPS })
  return canServe(open) ? null : refuse('groups-unservable', { seats: open.seats })
}
