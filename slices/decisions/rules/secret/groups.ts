/**
 * Whom the count of a secret decision must tell apart.
 * 1. Where votes weigh by class, papers are told apart by weight; where classes hold parts or bounds,
 *    are asked each by itself, or have each a quorum, by class; otherwise not at all. No paper says more
 *    of its voter than the count needs.
 * 2. A group of which some, but fewer than five, are on the roll would show how its members voted. Then
 *    the decision does not open as secret. A group of which nobody is on the roll shows nobody.
 * 3. It is counted as the same decision whose classes are these groups.
 */
import { refuse, type Refusal } from '#kernel/change.ts'
import type { Ruling } from '../count/ruling.ts'

export const LEAST_OF_GROUP = 5

export type Group = {
  key: string
  /** What its classes are called. */
  name: string
  classes: string[]
  weight: number
}

type Classes = Ruling['classes']

const WHOLE = 'all'

function groupOf(key: string, classes: Classes): Group {
  const name = classes.map((one) => one.name).join(', ')
  return { key, name, classes: classes.map((one) => one.key), weight: classes[0]?.weight ?? 1 }
}

/** Law 1. */
export function groupsOf({ kind, classes }: Ruling): Group[] {
  const { weights, quorum, method } = kind
  const each = method.kind === 'question' && method.inEach !== null
  const parts = weights.kind !== 'flat' && weights.kind !== 'class'
  if (each || parts || quorum?.of === 'each-class')
    return classes.map((one) => groupOf(one.key, [one]))
  if (weights.kind !== 'class') return [groupOf(WHOLE, classes)]
  const byWeight = Map.groupBy(classes, ({ weight }) => weight)
  return [...byWeight].map(([weight, same]) => groupOf(`weight-${weight}`, same))
}

/** The group of a class; null where it does not vote. */
export function groupIn(groups: readonly Group[], inClass: string): Group | null {
  return groups.find(({ classes }) => classes.includes(inClass)) ?? null
}

/** Law 2: the smallest group that is too small; null when there is none. */
export function tooSmall(
  groups: readonly Group[],
  roll: readonly { class: string; votes: boolean }[],
): { group: string; on: number } | null {
  const sizes = groups.map(({ name, classes }) => ({
    group: name,
    on: roll.filter((one) => one.votes && classes.includes(one.class)).length,
  }))
  const small = sizes.filter(({ on }) => on > 0 && on < LEAST_OF_GROUP)
  return small.toSorted((a, b) => a.on - b.on)[0] ?? null
}

/** Law 2, where it is proposed; null when it may open as secret. */
export function refuseSmall(
  ruling: Ruling,
  roll: readonly { class: string; votes: boolean }[],
): Refusal | null {
  if (ruling.kind.secrecy !== 'secret') return null
  const small = tooSmall(groupsOf(ruling), roll)
  return small && refuse('group-too-small', { ...small, least: LEAST_OF_GROUP })
}

/** Law 3; a decision that is not secret is counted as it is ruled. */
export function countedRuling(ruling: Ruling): Ruling {
  if (ruling.kind.secrecy !== 'secret') return ruling
  const classes = groupsOf(ruling).map(({ key, name, weight }) => ({ key, name, weight }))
  return { ...ruling, classes }
}
