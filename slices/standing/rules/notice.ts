/**
 * Nobody is surprised.
 * 1. Fourteen days before a standing would change, the member is written to; and fourteen days before
 *    a right would rest.
 * 2. Who is behind and was never told (since a rule is new, or evidence came late) is told at once.
 * 3. Each change is said once.
 */
import type { DayCount } from './days.ts'
import type { Behind } from './duty.ts'
import { NOTICE_DAYS } from './explain-text.ts'
import type { State } from './standing.ts'

export type Said = { on: DayCount; what: 'will-be-behind' | 'is-behind' | 'will-rest' }
export type Now = {
  state: State
  since: DayCount | null
  changes: DayCount | null
  resting: boolean
}

/** What has to be said today; what was said before is left out by whoever sends. */
export function noticesFor(
  { state, since, changes, resting }: Now,
  { rests, restsAfter }: Pick<Behind, 'rests' | 'restsAfter'>,
  today: DayCount,
): Said[] {
  if (state === 'good')
    return changes !== null && changes - today <= NOTICE_DAYS
      ? [{ on: changes, what: 'will-be-behind' }]
      : []
  if (state !== 'behind' || since === null) return []
  const restsOn = since + restsAfter
  const soon = rests.length > 0 && !resting && restsAfter > 0 && restsOn - today <= NOTICE_DAYS
  return [
    { on: since, what: 'is-behind' },
    ...(soon ? [{ on: restsOn, what: 'will-rest' } as const] : []),
  ]
}
