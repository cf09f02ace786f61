/** The methods that elect among candidates from rankings, by the names a command or a rule uses. */
import type { Counted, Step } from './counting.ts'
import { countInstantRunoff } from './instant-runoff.ts'
import type { Election } from './papers.ts'
import { countMeek } from './meek.ts'
import { type MeekStep, tellMeekStep } from './meek-steps.ts'
import { countPlurality } from './plurality.ts'
import { countScottish } from './scottish.ts'
import { type Sentence, tellStep } from './telling.ts'
import type { Lot } from './ties.ts'

/** Counts an election; the lot is for ties that the method itself does not decide. */
export type CountRanked = (election: Election, lot: Lot) => Counted<AnyStep>

export type AnyStep = Step | MeekStep

export const RANKED_METHODS: Readonly<Record<string, CountRanked>> = {
  'scottish-stv': countScottish,
  meek: countMeek,
  irv: countInstantRunoff,
  plurality: countPlurality,
}

/** Any step in sentences. */
export function tellAnyStep(step: AnyStep, names: readonly string[]): Sentence[] {
  return step.kind === 'meek' ? tellMeekStep(step, names) : tellStep(step, names)
}
