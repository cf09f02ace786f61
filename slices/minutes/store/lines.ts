/** Reading the chat of minutes, by pages. */
import type { Reader } from '#kernel/database.ts'
import type { ChatLine } from '../rules/document.ts'
import { type MinutesId, reading } from './tables.ts'

export type LinesWanted = {
  /** Of one item; null: of none; undefined: all. */
  item?: string | null | undefined
  after?: number
  limit?: number
}

/** Lines of the chat in their order. */
export async function linesOf(
  db: Reader,
  minutes: MinutesId,
  { item, after = 0, limit = 200_000 }: LinesWanted = {},
): Promise<ChatLine[]> {
  let query = reading(db)
    .selectFrom('minutes_lines')
    .select('line')
    .where('minutes', '=', minutes)
    .where('seq', '>', after)
  if (item === null) query = query.where('item', 'is', null)
  else if (item !== undefined) query = query.where('item', '=', item)
  const rows = await query.orderBy('seq').limit(limit).execute()
  return rows.map(({ line }) => line)
}

/** One line by its number. */
export async function lineOf(
  db: Reader,
  minutes: MinutesId,
  seq: number,
): Promise<ChatLine | null> {
  const row = await reading(db)
    .selectFrom('minutes_lines')
    .select('line')
    .where('minutes', '=', minutes)
    .where('seq', '=', seq)
    .executeTakeFirst()
  return row?.line ?? null
}
