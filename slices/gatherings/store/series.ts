/** Series: a rule, and the plan of the occurrences that are still to be made. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import type { Plan } from '../rules/calling.ts'
import type { Rule, Series } from '../rules/recurrence.ts'
import { reading, type SeriesId, writing } from './tables.ts'

export type Serial = Series & {
  id: SeriesId
  plan: Plan
  sequence: number
  /** Wall minutes by which later occurrences were moved. */
  movedMinutes: number
  madeUntil: Instant
  endedAt: Instant | null
}

/** A series by its id. */
export async function seriesOf(db: Reader, id: SeriesId): Promise<Serial | null> {
  const row = await reading(db)
    .selectFrom('series')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const { rule, zone, plan, sequence } = row
  return {
    id,
    rule,
    zone,
    plan,
    sequence,
    startsAt: row.starts_at,
    movedMinutes: row.moved_minutes,
    madeUntil: row.made_until,
    endedAt: row.ended_at,
  }
}

/** The series that may need new occurrences. */
export async function openSeries(db: Reader, till: Instant): Promise<SeriesId[]> {
  const rows = await reading(db)
    .selectFrom('series')
    .select('id')
    .where('ended_at', 'is', null)
    .where('made_until', '<', till)
    .execute()
  return rows.map(({ id }) => id)
}

/** Changes what a series will bring, or ends it; raises its sequence. */
export async function saveSeries(
  tx: Transaction,
  id: SeriesId,
  change: { plan?: Plan; rule?: Rule; endedAt?: Instant; movedMinutes?: number },
): Promise<void> {
  const { plan, rule, endedAt, movedMinutes } = change
  await writing(tx)
    .updateTable('series')
    .set((eb) => ({
      sequence: eb('sequence', '+', 1),
      ...(plan ? { plan: JSON.stringify(plan) } : {}),
      ...(rule ? { rule: JSON.stringify(rule) } : {}),
      ...(movedMinutes === undefined ? {} : { moved_minutes: movedMinutes }),
      ...(endedAt ? { ended_at: endedAt } : {}),
    }))
    .where('id', '=', id)
    .execute()
}
