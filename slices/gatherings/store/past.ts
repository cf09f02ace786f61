/** Gatherings that were before the hall was: made by an import, with when they began and ended. */
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import type { CircleId } from '#slices/circles/index.ts'
import { type Access, Plan } from '../rules/calling.ts'
import type { Item } from '../rules/items.ts'
import { type By, insertGathering } from './changes.ts'
import type { GatheringId } from './tables.ts'

export type PastGathering = {
  title: string
  purpose?: string
  circle: CircleId | null
  zone: string
  startsAt: Instant
  endedAt: Instant
  access: Access
  items: readonly Item[]
  facilitators?: readonly string[]
}

/** Makes a past gathering; its room's entries are the importer's to write. */
export async function makePastGathering(
  tx: Transaction,
  past: PastGathering,
  by: By,
): Promise<GatheringId> {
  const { circle, startsAt, endedAt, facilitators = [], ...rest } = past
  const whole = Math.ceil((Date.parse(endedAt) - Date.parse(startsAt)) / 60_000)
  const minutes = Math.min(1440, Math.max(5, whole))
  const plan = Plan.parse({ ...rest, startsAt, minutes, facilitators: [...facilitators] })
  const facts = [{ kind: 'gathering.imported', data: { title: plan.title, startsAt } }]
  const lived = { imported: true, openedAt: startsAt, endedAt }
  return insertGathering(tx, { plan, circle, ...lived }, facts, by)
}
