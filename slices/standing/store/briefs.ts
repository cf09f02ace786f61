/** A standing in short, for lists. */
import type { MemberId } from '#slices/circles/index.ts'
import type { DayCount } from '../rules/days.ts'
import type { Resting } from '../rules/duty.ts'
import { explain, type Quantity } from '../rules/explain.ts'
import type { Asking } from '../rules/facts.ts'
import type { Judging, State } from '../rules/standing.ts'
import type { Judged } from './standings.ts'

export type Brief = {
  member: MemberId
  class: string | null
  state: State
  since: DayCount | null
  idle: boolean
  rests: readonly Resting[]
  changes: DayCount | null
  /** What would meet the worst of what is missing: any one of these. */
  missing: Quantity[]
}

export function briefOf({ plan }: Judging, judged: Judged, asked: Asking): Brief {
  const { member, standing, facts, changes } = judged
  const { class: inClass, state, since, idle, rests } = standing
  const late = state === 'behind' || changes !== null
  const [worst] = late ? explain(plan, facts, standing, asked) : []
  return {
    member,
    class: inClass,
    state,
    since,
    idle,
    rests,
    changes,
    missing: worst?.missing ?? [],
  }
}
