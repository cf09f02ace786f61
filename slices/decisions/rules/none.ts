/**
 * None of the above, also called "re-open nominations": a candidate whom nobody can be.
 * 1. It stands on the paper like any other, is ranked or marked like any other, and counts as one.
 * 2. A seat that it wins stays vacant; it wins one at most. (The ruling of the National Union of
 *    Students on STV knows a further such candidate after each; most unions keep to one.)
 * 3. Where seats go down one order (plurality, approval, score, dots, majority judgment), nobody who
 *    comes after it is elected: more wanted none of them than wanted them.
 * 4. By pairs, runoff or one seat: when it wins, nobody is elected.
 *
 * Example: two seats, 450 for a, 100 for none, 75 for b. a is elected, the second seat stays vacant.
 * (methods.test.ts)
 */
import type { Count } from './counting.ts'
import type { Candidate } from './papers.ts'

type Vacant = { kind: 'vacant'; candidate: number }

/** Laws 2 to 4, after the count; `inOrder` says that law 3 holds. */
export function leaveVacant<S>(
  count: Count<S>,
  candidates: readonly Candidate[],
  inOrder: boolean,
): Count<S | Vacant> {
  const none = count.elected.find((one) => candidates[one]?.none === true)
  if (none === undefined) return count
  const at = count.elected.indexOf(none)
  const elected = count.elected.filter((one, place) => one !== none && (!inOrder || place < at))
  return { ...count, elected, steps: [...count.steps, { kind: 'vacant', candidate: none }] }
}
