/** Who interprets: read, and written with its entries; what of the sound that lets them send. */
import type { Fact } from '#kernel/change.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { entriesOf, note } from '#kernel/record.ts'
import type { MoreSending } from '#slices/voices/index.ts'
import { apply, type Interpreters } from '../rules/interpretation.ts'
import { reading, topicOf, writing } from './tables.ts'

export async function interpretersOf(db: Reader, gathering: string): Promise<Interpreters> {
  const row = await reading(db)
    .selectFrom('interpretation')
    .select('state')
    .where('gathering', '=', gathering)
    .executeTakeFirst()
  return row?.state ?? {}
}

/** Into which language somebody spoke at a moment, by the record; null: on the floor. */
export async function languagesSpoken(
  db: Reader,
  gathering: string,
): Promise<(who: string, at: Instant) => string | null> {
  const entries = await entriesOf(db, topicOf(gathering))
  return (who, at) => {
    const then = entries.filter((entry) => entry.at <= at).reduce(apply, {})
    return then[who] ?? null
  }
}

type Happening = { gathering: string; now: Instant; actor: string | null }

/** Writes what happened; the caller holds the topic. */
export async function happenTo(
  tx: Transaction,
  before: Interpreters,
  facts: readonly Fact[],
  { gathering, now, actor }: Happening,
): Promise<Interpreters> {
  const entries = await note(tx, topicOf(gathering), facts, { now, actor })
  const interpreters = entries.reduce(apply, before)
  if (interpreters === before) return before
  const state = JSON.stringify(interpreters)
  await writing(tx)
    .insertInto('interpretation')
    .values({ gathering, state })
    .onConflict((oc) => oc.column('gathering').doUpdateSet({ state }))
    .execute()
  return interpreters
}

/** Law 2: interpreters may open their microphone whatever the shape. */
export const interpretersSend: MoreSending = async (db, gathering) => {
  const whos = Object.keys(await interpretersOf(db, gathering))
  return new Map(whos.map((who) => [who, ['microphone'] as const]))
}
