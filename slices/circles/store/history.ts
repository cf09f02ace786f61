/** Where circles stood: a new stretch begins with every change of place, name or state. */
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import type { CircleId } from '../rules.ts'
import { writing } from './tables.ts'

/** Ends the stretch of a circle that runs, and begins one as the circle stands now. */
export async function writeHistory(tx: Transaction, circle: CircleId, now: Instant): Promise<void> {
  const own = writing(tx)
  await own
    .deleteFrom('circle_history')
    .where('circle', '=', circle)
    .where('until', 'is', null)
    .where('from', '>=', now)
    .execute()
  await own
    .updateTable('circle_history')
    .set({ until: now })
    .where('circle', '=', circle)
    .where('until', 'is', null)
    .execute()
  const stands = await own
    .selectFrom('circles')
    .select(['id', 'parent', 'name', 'closed_at', 'rests_since'])
    .where('id', '=', circle)
    .executeTakeFirstOrThrow()
  const open = stands.rests_since === null ? 'open' : 'resting'
  await own
    .insertInto('circle_history')
    .values({
      circle,
      parent: stands.parent,
      name: stands.name,
      state: stands.closed_at === null ? open : 'closed',
      from: now,
      until: null,
    })
    .execute()
}
