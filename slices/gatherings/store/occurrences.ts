/**
 * Occurrences become gatherings some weeks ahead, each with a page and an order of its own; the first
 * one when the series begins.
 */
import { isRefusal } from '#kernel/change.ts'
import { DAY, type Instant, plus } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import type { CircleId } from '#slices/circles/index.ts'
import { callGathering, type Plan } from '../rules/calling.ts'
import { occurrencesBetween, type Rule } from '../rules/recurrence.ts'
import { again } from '../rules/repeat.ts'
import { moveWall } from '../rules/zones.ts'
import { type By, insertGathering } from './changes.ts'
import { copyInvitations } from './invitations.ts'
import { type Serial, seriesOf } from './series.ts'
import { type GatheringId, reading, type SeriesId, writing } from './tables.ts'

/** How far ahead occurrences are made. */
export const AHEAD_DAYS = 70

/** Begins a series with its first occurrence; answers that gathering. */
export async function beginSeries(
  tx: Transaction,
  { plan, rule, circle }: { plan: Plan; rule: Rule; circle: CircleId | null },
  by: By,
): Promise<{ series: SeriesId; gathering: GatheringId }> {
  const id = newId('ser', Date.parse(by.now))
  await writing(tx)
    .insertInto('series')
    .values({
      id,
      rule: JSON.stringify(rule),
      starts_at: plan.startsAt,
      zone: plan.zone,
      plan: JSON.stringify(plan),
      sequence: 0,
      made_until: plan.startsAt,
      ended_at: null,
    })
    .execute()
  const gathering = await makeOccurrence(
    tx,
    { id, plan, movedMinutes: 0 },
    circle,
    plan.startsAt,
    by,
  )
  return { series: id, gathering }
}

async function makeOccurrence(
  tx: Transaction,
  { id, plan, movedMinutes }: Pick<Serial, 'id' | 'plan' | 'movedMinutes'>,
  circle: CircleId | null,
  occurrence: Instant,
  by: By,
): Promise<GatheringId> {
  const startsAt = movedMinutes ? moveWall(occurrence, movedMinutes, plan.zone) : occurrence
  const own = { ...plan, startsAt, items: again(plan.items) }
  const change = callGathering(own, null, startsAt)
  const facts = isRefusal(change) ? [] : change.facts
  return insertGathering(tx, { plan: own, circle, series: { id, occurrence } }, facts, by)
}

/**
 * Makes the occurrences that come within the time ahead. Answers those that calendars must be told
 * of, because they were moved from where the rule puts them.
 */
export async function makeAhead(
  tx: Transaction,
  id: SeriesId,
  now: Instant,
): Promise<GatheringId[]> {
  await writing(tx).selectFrom('series').select('id').where('id', '=', id).forUpdate().execute()
  const series = await seriesOf(tx, id)
  if (!series || series.endedAt) return []
  const till = plus(now, AHEAD_DAYS * DAY)
  const due = occurrencesBetween(series, { after: series.madeUntil, till, most: 60 })
  const last = await lastOf(tx, id)
  if (!last || due.length === 0) return []
  const told = series.movedMinutes === 0 ? 0 : -1
  const made: GatheringId[] = []
  for (const at of due) {
    const next = await makeOccurrence(tx, series, last.circle, at, { by: last.called_by, now })
    await copyInvitations(tx, { from: last.id, to: next, told, now })
    made.push(next)
  }
  await writing(tx)
    .updateTable('series')
    .set({ made_until: due.at(-1) ?? series.madeUntil })
    .where('id', '=', id)
    .execute()
  return told < 0 ? made : []
}

async function lastOf(db: Reader, series: SeriesId) {
  return reading(db)
    .selectFrom('gatherings')
    .select(['id', 'circle', 'called_by'])
    .where('series', '=', series)
    .orderBy('occurrence', 'desc')
    .limit(1)
    .executeTakeFirst()
}
