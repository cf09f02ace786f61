/**
 * Keeping evidence.
 * 1. Only what has happened is recorded; what is recorded is never changed.
 * 2. A correction takes off at most what still stands of a piece; a correction is not corrected, what
 *    was given is recorded anew. It happened no sooner than what it corrects.
 * 3. A claim counts when somebody else acknowledges it; declining it needs a reason; only who made it
 *    withdraws it.
 */
import { type Change, happen, refuse } from '#kernel/change.ts'
import type { Day } from './days.ts'

/** Law 1: refuses `not-yet`. */
export function recordable(happened: Day, today: Day): Change {
  return happened > today ? refuse('not-yet') : happen('evidence.recorded', {})
}

/** Law 2: refuses `a-correction`, `more-than-there-is`. */
export function lessOf(
  { corrects, stands }: { corrects: string | null; stands: number },
  amount: number,
): Change {
  if (corrects !== null) return refuse('a-correction')
  if (amount > stands) return refuse('more-than-there-is', { stands })
  return happen('evidence.corrected', {})
}

/** Law 2: the day of a correction. */
export function dayOfCorrection(day: Day, first: Day): Day {
  return day < first ? first : day
}

export type ClaimNow = { by: string; answer: string | null }
export type Answering = { answer: 'acknowledged' | 'declined' | 'withdrawn'; why: string }

/** Law 3: refuses `claim-answered`, `not-your-own-claim`, `why-please`. */
export function answerTo(claim: ClaimNow, { answer, why }: Answering, who: string): Change {
  if (claim.answer !== null) return refuse('claim-answered')
  if ((answer === 'withdrawn') !== (claim.by === who)) return refuse('not-your-own-claim')
  if (answer === 'declined' && why === '') return refuse('why-please')
  return happen('claim.answered', { answer })
}
