/**
 * The roll of a decision: who may vote on it, with class, weight and reason, and who may not.
 * 1. It is that of the circle (standing) for the classes that the kind lets vote.
 * 2. From the proposal on it is shown as a draft, and anybody it concerns may object to a line of it,
 *    their own or another: a steward answers with a reason, and what they answer holds at the opening.
 *    Whom a decision is about (an exclusion) is not on it, and nobody puts them on.
 * 3. At the opening it is taken once more as it is on that day, with those answers, and frozen.
 * 4. A member co-op has one vote, given by any of its delegates of the moment; the last one counts. A
 *    person votes once in their own right; for a co-op they vote as the co-op.
 */
import { happen, type Change, refuse, type Refusal } from '#kernel/change.ts'
import type { RollLine } from '#slices/standing/index.ts'
import type { Ruling } from '../count/ruling.ts'
import { paperWeight } from '../count/ruling.ts'
import type { State } from './life.ts'

export const ANSWERED = ['put-on', 'taken-off', 'stays'] as const
export type Answered = (typeof ANSWERED)[number]

export type Line = {
  member: string
  kind: 'person' | 'co-op'
  class: string
  weight: number
  votes: boolean
  /**
   * Why by standing; `not-asked`: the class does not vote on this; `answered`: a steward said so;
   * `about`: it is about them.
   */
  why: RollLine['why'] | 'not-asked' | 'answered' | 'about'
  day: number | null
  /** At a gathering: whether they are in the room. */
  present?: boolean | null
}

export type Answer = { member: string; answer: Answered }

const NO_CLASS = '-'

/** Laws 1 to 3. Later answers count before earlier ones. `aside`: whom it is about. */
export function rollFor(
  lines: readonly RollLine[],
  ruling: Ruling,
  answers: readonly Answer[],
  aside: readonly string[] = [],
): Line[] {
  const asked = new Set(ruling.classes.map(({ key }) => key))
  const answered = new Map(answers.map(({ member, answer }) => [member, answer]))
  return lines.map((line): Line => {
    const inClass = line.class ?? NO_CLASS
    const base = {
      member: line.member,
      kind: line.kind,
      class: inClass,
      weight: paperWeight(ruling, inClass),
      day: line.day,
    }
    if (aside.includes(line.member)) return { ...base, votes: false, why: 'about' }
    const answer = answered.get(line.member)
    if (answer === 'taken-off') return { ...base, votes: false, why: 'answered' }
    if (!asked.has(inClass)) return { ...base, votes: false, why: 'not-asked' }
    if (answer === 'put-on') return { ...base, votes: true, why: 'answered' }
    return { ...base, votes: line.votes, why: line.why }
  })
}

/** Law 2: objections are made while the roll is a draft. */
export function contest(state: State): Change {
  if (state !== 'talk') return refuse('roll-stands')
  return happen('decision.contested', {})
}

export const THROUGH = ['self', 'co-op', 'proxy'] as const
/** Why somebody votes for an entry: it is theirs, a co-op's that sends them, or of who asked them. */
export type Through = (typeof THROUGH)[number]
type Mine = { member: string; votes: boolean; through: Through }

/** Law 4: as whom somebody votes, of the entries for which they may speak; for another only by name. */
export function votesAs<One extends Mine>(mine: readonly One[], as: string | null): One | Refusal {
  const on = mine.filter(({ votes }) => votes)
  const own = on.filter(({ through }) => through !== 'proxy')
  const one =
    as === null ? (own.length === 1 ? own[0] : undefined) : on.find((entry) => entry.member === as)
  if (one) return one
  if (as === null && on.length > 1) return refuse('votes-as-several')
  return refuse('not-on-the-roll')
}
