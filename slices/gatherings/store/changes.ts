/** Writing gatherings; each change with its entry in the record. */
import { randomBytes } from 'node:crypto'
import type { Fact } from '#kernel/change.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { note } from '#kernel/record.ts'
import type { CircleId } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { Changed, Plan } from '../rules/calling.ts'
import type { Item } from '../rules/items.ts'
import { type GatheringId, type SeriesId, topicOf, writing } from './tables.ts'

export type By = { by: PersonId | null; now: Instant }

export type NewGathering = {
  plan: Plan
  circle: CircleId | null
  series?: { id: SeriesId; occurrence: Instant } | null
  imported?: boolean
  /** Past gatherings: when they were open. */
  openedAt?: Instant | null
  endedAt?: Instant | null
}

/** A short word for an entry link: 12 characters, 72 bits. */
export function newKey(): string {
  return randomBytes(9).toString('base64url')
}

/** Writes a called gathering with its order, its facilitators and its entries. */
export async function insertGathering(
  tx: Transaction,
  { plan, circle, series = null, imported = false, openedAt = null, endedAt = null }: NewGathering,
  facts: readonly Fact[],
  { by, now }: By,
): Promise<GatheringId> {
  const id = newId('gth', Date.parse(now))
  await writing(tx)
    .insertInto('gatherings')
    .values({
      ...columnsOf(plan),
      id,
      circle,
      series: series?.id ?? null,
      occurrence: series?.occurrence ?? null,
      sequence: 0,
      entry_key: newKey(),
      called_by: by,
      called_at: now,
      changed_at: now,
      cancelled_at: null,
      reason: null,
      opened_at: openedAt,
      ended_at: endedAt,
      imported,
    })
    .execute()
  await saveItems(tx, id, plan.items)
  await saveFacilitators(tx, id, plan.facilitators)
  await note(tx, topicOf(id), facts, { now, actor: by })
  return id
}

function columnsOf(plan: Plan) {
  return {
    title: plan.title,
    purpose: plan.purpose,
    zone: plan.zone,
    starts_at: plan.startsAt,
    minutes: plan.minutes,
    access: plan.access,
    settings: JSON.stringify(plan.settings),
  }
}

/** Writes a changed call. */
export async function saveChange(
  tx: Transaction,
  id: GatheringId,
  { plan, sequence, parts }: Changed,
  facts: readonly Fact[],
  { by, now }: By,
): Promise<void> {
  if (parts.length === 0) return
  await writing(tx)
    .updateTable('gatherings')
    .set({ ...columnsOf(plan), sequence, changed_at: now })
    .where('id', '=', id)
    .execute()
  if (parts.includes('items')) await saveItems(tx, id, plan.items)
  if (parts.includes('facilitators')) await saveFacilitators(tx, id, plan.facilitators)
  await note(tx, topicOf(id), facts, { now, actor: by })
}

async function saveItems(tx: Transaction, gathering: GatheringId, items: readonly Item[]) {
  await writing(tx).deleteFrom('items').where('gathering', '=', gathering).execute()
  if (items.length === 0) return
  const rows = items.map(({ owners, handouts, ...item }, place) => ({
    ...item,
    gathering,
    place,
    owners: JSON.stringify(owners),
    handouts: JSON.stringify(handouts),
  }))
  await writing(tx).insertInto('items').values(rows).execute()
}

async function saveFacilitators(tx: Transaction, gathering: GatheringId, people: string[]) {
  const named = people.flatMap((id) =>
    id.startsWith('per_') ? [{ gathering, person: `per_${id.slice(4)}` as const }] : [],
  )
  await writing(tx)
    .deleteFrom('gathering_facilitators')
    .where('gathering', '=', gathering)
    .execute()
  if (named.length === 0) return
  await writing(tx)
    .insertInto('gathering_facilitators')
    .values(named)
    .onConflict((oc) => oc.doNothing())
    .execute()
}

/** Calls a gathering off; it stays, with the reason. */
export async function saveCancelled(
  tx: Transaction,
  id: GatheringId,
  { reason, sequence }: { reason: string; sequence: number },
  facts: readonly Fact[],
  { by, now }: By,
): Promise<void> {
  await writing(tx)
    .updateTable('gatherings')
    .set({ cancelled_at: now, changed_at: now, reason, sequence })
    .where('id', '=', id)
    .execute()
  await note(tx, topicOf(id), facts, { now, actor: by })
}

/** Locks a gathering for the rest of the transaction. */
export async function lockGathering(tx: Transaction, id: GatheringId): Promise<void> {
  await writing(tx)
    .selectFrom('gatherings')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** Gives the entry link a new word; the old one opens nothing from then on. */
export async function renewKey(tx: Transaction, id: GatheringId, { by, now }: By): Promise<string> {
  const key = newKey()
  await writing(tx).updateTable('gatherings').set({ entry_key: key }).where('id', '=', id).execute()
  await note(tx, topicOf(id), [{ kind: 'gathering.link-renewed', data: {} }], { now, actor: by })
  return key
}

/** What the room tells: when a gathering opened, when it ended. */
export async function saveLife(
  tx: Transaction,
  id: GatheringId,
  life: { opened_at?: Instant; ended_at?: Instant },
): Promise<void> {
  await writing(tx).updateTable('gatherings').set(life).where('id', '=', id).execute()
}
