/** Whether a steward may go. */
import { isRefusal } from '#kernel/change.ts'
import type { Transaction } from '#kernel/database.ts'
import { Refused } from '#kernel/problem.ts'
import type { PersonId } from '#slices/people/index.ts'
import { type CircleId, leaveAsSteward } from '../rules.ts'
import { lockCoop } from './changes.ts'
import { allCircles, stewardsOf } from './circles.ts'

/** Law 5, with the co-op locked: refuses `last-steward`, with the circle that it is about. */
export async function letGo(
  tx: Transaction,
  person: PersonId,
  from: CircleId | null = null,
): Promise<void> {
  await lockCoop(tx)
  for (const { id, name, parent, kind } of await allCircles(tx)) {
    if ((from !== null && from !== id) || (parent !== null && kind === 'working')) continue
    const change = leaveAsSteward(await stewardsOf(tx, id), person)
    if (isRefusal(change)) throw new Refused(change.refused, { circle: name })
  }
}
