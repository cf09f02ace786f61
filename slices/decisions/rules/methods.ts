/** The methods that elect among candidates from rankings, by the names a command or a rule uses. */
import type { Counted } from './counting.ts'
import { countInstantRunoff } from './instant-runoff.ts'
import type { Election } from './papers.ts'
import { countPlurality } from './plurality.ts'
import { countScottish } from './scottish.ts'
import type { Lot } from './ties.ts'

/** Counts an election; the lot is for ties that the method itself does not decide. */
export type CountRanked = (election: Election, lot: Lot) => Counted

export const RANKED_METHODS: Readonly<Record<string, CountRanked>> = {
  'scottish-stv': countScottish,
  irv: countInstantRunoff,
  plurality: countPlurality,
}
