/**
 * What a decision is about beside its text, and what its outcome does there.
 * 1. An application, the seats of a role, a version of the rules, an exclusion or its appeal is put to
 *    the vote where it lies. What a decision is about is said with its first text and stands.
 * 2. It is of the circle that decides on it, of a kind that may (none by advice: there one person decides),
 *    and put by whoever the rules of that thing let. What is over, or not ripe yet, is not put.
 * 3. No two decisions about one thing go on at once. While one is talked about or open, nobody decides
 *    it by hand; before it opens whoever proposed the decision may withdraw it.
 * 4. A member whom it is about is not on the roll.
 * 5. The outcome does what it says in the moment of the count, by the laws of that thing: passed or
 *    elected it is done, failed it is refused. Without a quorum, or at a tie, nothing is done, and it
 *    may be put again.
 * 6. What can't be done then is not done. The outcome stands, and its page says in a sentence what did
 *    not happen, why, and who is to act.
 * 7. What is gone before the opening does not open. Called void, a decision takes nothing back by
 *    itself; its page says what stands.
 */
import { refuse, type Refusal } from '#kernel/change.ts'
import type { Outcome } from '../count/published.ts'
import { choosesOptions, type Kind } from '../kinds/kind.ts'

/** What did not happen: whom it is about, where it is one of several, and why. */
export type Lack = { who: string | null; refusal: Refusal }

export const DID = ['done', 'partly', 'not', 'nothing'] as const
export type Did = (typeof DID)[number]

export type Putting = {
  kind: Kind
  /** What may be decided by kinds that are about these. */
  kinds: readonly string[]
  /** The circle in which it is decided, and the one in which it is put. */
  decidedIn: string
  circle: string
  mayPut: boolean
  gone: Refusal | null
  /** Whether another decision about it goes on. */
  going: boolean
  /** Whether it asks for a person, and has one. */
  person: { asked: boolean; named: boolean }
}

/** Laws 2 and 3: why it can't be put to the vote so; null when it can. */
export function unfitSubject(putting: Putting): Refusal | null {
  const { kind, kinds, mayPut, gone, going, person } = putting
  if (putting.decidedIn !== putting.circle) return refuse('decided-in-another-circle')
  const fits = kinds.includes(kind.about) && kind.method.kind !== 'advice'
  if (!fits) return refuse('kind-does-not-fit', { kind: kind.name })
  if (!mayPut) return refuse('not-yours-to-put')
  if (gone) return gone
  if (going) return refuse('voted-on-already')
  const one = person.asked && !choosesOptions(kind.method)
  return one && !person.named ? refuse('person-missing') : null
}

/** Law 5: what an outcome does: it passes, it fails, or nothing happens. */
export function doesBy(result: Outcome): 'passes' | 'fails' | 'nothing' {
  if (result === 'passed' || result === 'elected') return 'passes'
  return result === 'failed' ? 'fails' : 'nothing'
}

/** Law 6: how much of it was done; `asked`: of how many it was to be done. */
export function didOf(lacks: readonly Lack[], asked: number): Did {
  if (lacks.length === 0) return 'done'
  return lacks.length < asked ? 'partly' : 'not'
}
