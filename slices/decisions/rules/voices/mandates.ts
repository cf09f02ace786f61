/**
 * Mandates: a member co-op decides by itself how its delegate votes in a decision of the circle around it.
 * 1. A decision of the member co-op mandates for one decision of a circle that it belongs to. It says what
 *    the delegate casts when it passes and, if it likes, when it does not; both ballots fit the other
 *    decision. There is one such decision for each co-op and each decision.
 * 2. It is a question, answered by the co-op's own rules: what is chosen from options is no mandate.
 * 3. It is tied to the other before it opens itself, so that whoever answers knows what for, and while the
 *    other takes ballots or is yet to open. A text of the other that changed after that was not meant: the
 *    mandate then says nothing, and is tied anew.
 * 4. Counted, it is the mandate. Delegates speak as the rules say: free or after asking, they may vote
 *    otherwise, and the members of their co-op see it; bound, a ballot against the mandate is not taken.
 * 5. Before it is counted nobody is held: what was cast by then may be changed until the close, and is
 *    shown as what it turns out to be.
 * 6. After the close whoever may read the ballots reads mandate and ballot side by side, and so do the
 *    members of the co-op, whose ballot it is. Of a secret ballot nobody learns whether it was as told.
 */
import { type Change, happen, refuse, type Refusal } from '#kernel/change.ts'
import { checkVote, type Vote, writeVote } from '../count/votes.ts'
import { choosesOptions, type Method } from '../kinds/kind.ts'
import type { Outcome } from '../count/published.ts'
import type { State } from '../life/life.ts'

export type Bound = 'free' | 'asked' | 'bound'

export type Tying = {
  own: { state: State; method: Method }
  other: { state: State; method: Method; options: number }
  /** Whether the co-op is a member of the circle of the other decision. */
  belongs: boolean
  passed: Vote
  failed: Vote | null
}

/** Laws 1 to 3. */
export function tieMandate({ own, other, belongs, passed, failed }: Tying): Change {
  if (!belongs) return refuse('mandate-elsewhere')
  if (choosesOptions(own.method)) return refuse('mandate-is-a-question')
  if (own.state !== 'draft' && own.state !== 'talk') return refuse('mandate-stands')
  if (other.state !== 'talk' && other.state !== 'open') return refuse('mandate-too-late')
  const reasoned = { options: other.options, said: '-' }
  const wrong =
    checkVote(passed, other.method, reasoned) ??
    (failed && checkVote(failed, other.method, reasoned))
  return wrong ?? happen('decision.mandates', {})
}

export type Mandate = {
  state: State
  result: Outcome | null
  passed: Vote
  failed: Vote | null
  /** The text of the other decision changed since. */
  changed: boolean
}

/** Laws 3 and 4: the ballot that a mandate says; null while it says none. */
export function mandated({ state, result, passed, failed, changed }: Mandate): Vote | null {
  if (state !== 'counted' || changed) return null
  if (result === 'passed') return passed
  return result === 'failed' ? failed : null
}

/** Whether a ballot is as the mandate says; null where it says none. */
export function keepsMandate(mandate: Mandate, vote: Vote): boolean | null {
  const wanted = mandated(mandate)
  return wanted && writeVote(wanted) === writeVote(vote)
}

/** Law 4: null when the ballot may be cast. */
export function refuseAgainst(mandate: Mandate | null, bound: Bound, vote: Vote): Refusal | null {
  if (!mandate || bound !== 'bound') return null
  return keepsMandate(mandate, vote) === false ? refuse('against-the-mandate') : null
}
