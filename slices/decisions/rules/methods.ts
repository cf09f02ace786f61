/** The methods that elect, fund or share out seats, by the names a command or a rule uses. */
import { refuse } from '#kernel/change.ts'
import { countDHondt, countHamilton, countSainteLague } from './apportionment.ts'
import { countBorda } from './borda.ts'
import { countGreedyBudget } from './budget.ts'
import { type BudgetStep, tellBudgetStep } from './budget-steps.ts'
import type { Counted, Step } from './counting.ts'
import { countEqualShares } from './equal-shares.ts'
import { countInstantRunoff } from './instant-runoff.ts'
import { countMajorityJudgment } from './majority-judgment.ts'
import { type MarkStep, tellMarkStep } from './mark-steps.ts'
import { countMarks } from './marks.ts'
import { countMeek } from './meek.ts'
import { type MeekStep, tellMeekStep } from './meek-steps.ts'
import { countMinimax } from './minimax.ts'
import { leaveVacant } from './none.ts'
import { type PairStep, tellPairStep } from './pair-steps.ts'
import type { Election } from './papers.ts'
import { countPhragmen } from './phragmen.ts'
import { countPlurality } from './plurality.ts'
import { countRankedPairs } from './ranked-pairs.ts'
import { countSchulze } from './schulze.ts'
import { countScottish } from './scottish.ts'
import { type SeatStep, tellSeatStep } from './seat-steps.ts'
import type { Marked } from './sheets.ts'
import { countStar } from './star.ts'
import { type Sentence, tellStep } from './telling.ts'
import type { Lot } from './ties.ts'
import { countWigm } from './wigm.ts'

export type AnyStep = Step | MeekStep | PairStep | MarkStep | BudgetStep | SeatStep

/** What was cast: rankings, or marks. */
export type Cast = Election | Marked

/** Counts an election; the lot is for ties that the method itself does not decide. */
export type CountRanked = (election: Election, lot: Lot) => Counted<AnyStep>
export type CountMarked = (marked: Marked, lot: Lot) => Counted<AnyStep>

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

/** Sizes to seats: they read rankings, and look at whom each paper names first. */
export const SHARING_METHODS: Readonly<Record<string, CountRanked>> = {
  hamilton: countHamilton,
  dhondt: countDHondt,
  'sainte-lague': countSainteLague,
}

/** From sheets on which everybody who is marked is approved of. */
export const APPROVING_METHODS: Readonly<Record<string, CountMarked>> = {
  approval: (marked, lot) => countMarks(marked, lot, 'approval'),
  phragmen: countPhragmen,
  'greedy-budget': countGreedyBudget,
  'equal-shares': countEqualShares,
}

/** From sheets with marks of a scale. */
export const SCORING_METHODS: Readonly<Record<string, CountMarked>> = {
  score: (marked, lot) => countMarks(marked, lot, 'score'),
  dots: (marked, lot) => countMarks(marked, lot, 'dots'),
  star: countStar,
  'majority-judgment': countMajorityJudgment,
}

export const METHOD_NAMES: readonly string[] = [
  RANKED_METHODS,
  APPROVING_METHODS,
  SCORING_METHODS,
  SHARING_METHODS,
].flatMap((methods) => Object.keys(methods))

/** Where seats go down one order: none.ts, law 3. */
const IN_ORDER = new Set(['plurality', 'approval', 'score', 'dots', 'majority-judgment'])

/** Those that can promise so many of a group: at-least.ts. */
const WITH_GROUPS = new Set([...IN_ORDER, 'scottish-stv', 'wigm', 'phragmen'])

export const isMarked = (cast: Cast): cast is Marked => 'sheets' in cast

function plainCount(method: string, cast: Cast, lot: Lot): Counted<AnyStep> {
  if (isMarked(cast)) {
    const count = APPROVING_METHODS[method] ?? SCORING_METHODS[method]
    if (count) return count(cast, lot)
    return refuse(METHOD_NAMES.includes(method) ? 'rankings-needed' : 'method-unknown', { method })
  }
  const count = RANKED_METHODS[method] ?? SHARING_METHODS[method]
  if (count) return count(cast, lot)
  return refuse(METHOD_NAMES.includes(method) ? 'marks-needed' : 'method-unknown', { method })
}

/**
 * Counts what was cast by a method. Refuses a method that isn't known, or that reads something else,
 * or that knows no groups where there are some; and what the count itself refuses.
 */
export function countBy(method: string, cast: Cast, lot: Lot): Counted<AnyStep> {
  if ((cast.groups?.length ?? 0) > 0 && !WITH_GROUPS.has(method))
    return refuse('groups-unknown', { method })
  const counted = plainCount(method, cast, lot)
  return 'refused' in counted
    ? counted
    : leaveVacant(counted, cast.candidates, IN_ORDER.has(method))
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
    case 'totals':
    case 'runoff':
    case 'grades':
    case 'apart':
    case 'loaded':
      return tellMarkStep(step, names)
    case 'budget':
    case 'funded':
    case 'too-dear':
    case 'shares':
    case 'bought':
    case 'completed':
      return tellBudgetStep(step, names)
    case 'dues':
    case 'seat':
    case 'seats':
      return tellSeatStep(step, names)
    default:
      return tellStep(step, names)
  }
}
