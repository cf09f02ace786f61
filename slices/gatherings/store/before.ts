/** What came before a gathering in its series. */
import type { Reader } from '#kernel/database.ts'
import { headingOf } from './gatherings.ts'
import { reading } from './tables.ts'

const MOST = 20

/** The gatherings of its series that came before, the latest first; none for a single one. */
export async function seriesBefore(db: Reader, id: string): Promise<string[]> {
  const gathering = await headingOf(db, id)
  if (!gathering?.series) return []
  const rows = await reading(db)
    .selectFrom('gatherings')
    .select('id')
    .where('series', '=', gathering.series)
    .where('starts_at', '<', gathering.startsAt)
    .where('cancelled_at', 'is', null)
    .orderBy('starts_at', 'desc')
    .limit(MOST)
    .execute()
  return rows.map((row) => row.id)
}
