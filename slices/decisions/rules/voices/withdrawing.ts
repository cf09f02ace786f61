/**
 * Who stands for election, or an option, withdraws while ballots are cast.
 * 1. A person who stands withdraws themselves; another option is taken back by whoever proposed the
 *    decision. Before it opens the text is changed instead.
 * 2. Ballots stay as they were cast. At the count a withdrawn one is nobody: rankings go on to the next
 *    that is named, marks for it count nothing (Scottish rules of 2007, article 50, for who is excluded).
 * 3. It is said at once to all on the roll, and it is for good.
 * 4. The last one that is left cannot withdraw: there would be nothing to count. A steward calls the
 *    decision void instead.
 */
import { type Change, happen, refuse } from '#kernel/change.ts'
import type { State } from '../life/life.ts'

export type Withdrawing = {
  state: State
  options: readonly { person: string | null }[]
  /** From 1 on. */
  option: number
  /** Those that withdrew before. */
  before: readonly number[]
  /** Whoever withdraws, under all their records. */
  me: readonly string[]
  /** Whether they proposed the decision or are a steward. */
  keeps: boolean
}

export function withdrawOption(given: Withdrawing): Change {
  const { state, options, option, before, me, keeps } = given
  const stands = options[option - 1]
  if (!stands) return refuse('option-unknown', { option, options: options.length })
  if (state === 'draft' || state === 'talk') return refuse('change-the-text')
  if (state !== 'open') return refuse('ballots-closed')
  if (stands.person === null ? !keeps : !me.includes(stands.person))
    return refuse('not-yours-to-withdraw')
  if (before.includes(option)) return refuse('withdrawn-already')
  return before.length + 1 >= options.length
    ? refuse('last-one-standing')
    : happen('decision.option-withdrawn', { option })
}
