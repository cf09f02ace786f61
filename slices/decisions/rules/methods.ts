/** The methods that elect among candidates from rankings, by the names a command or a rule uses. */
import type { Counted, Step } from './counting.ts'
import { countInstantRunoff } from './instant-runoff.ts'
import type { Election } from './papers.ts'
import { countMeek } from './meek.ts'
import { type MeekStep, tellMeekStep } from './meek-steps.ts'
import { countBorda } from './borda.ts'
import { countMinimax } from './minimax.ts'
import { type PairStep, tellPairStep } from './pair-steps.ts'
import { countPlurality } from './plurality.ts'
import { countRankedPairs } from './ranked-pairs.ts'
import { countSchulze } from './schulze.ts'
import { countScottish } from './scottish.ts'
import { type Sentence, tellStep } from './telling.ts'
import type { Lot } from './ties.ts'
import { countWigm } from './wigm.ts'

/** Counts an election; the lot is for ties that the method itself does not decide. */
export type CountRanked = (election: Election, lot: Lot) => Counted<AnyStep>

export type AnyStep = Step | MeekStep | PairStep

export const RANKED_METHODS: Readonly<Record<string, CountRanked>> = {
  'scottish-stv': countScottish,
  meek: countMeek,
  wigm: countWigm,
  irv: countInstantRunoff,
  schulze: countSchulze,
  'ranked-pairs': countRankedPairs,
  minimax: countMinimax,
  borda: countBorda,
  plurality: countPlurality,
}

/** Any step in sentences. */
export function tellAnyStep(step: AnyStep, names: readonly string[]): Sentence[] {
  switch (step.kind) {
    case 'meek':
      return tellMeekStep(step, names)
    case 'pairs':
    case 'paths':
    case 'locked':
    case 'skipped':
    case 'worst':
    case 'points':
    case 'preferred':
      return tellPairStep(step, names)
    default:
      return tellStep(step, names)
  }
}
