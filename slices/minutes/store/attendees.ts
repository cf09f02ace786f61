/** Who stands in which minutes. */
import type { Reader } from '#kernel/database.ts'
import { type MinutesId, reading } from './tables.ts'

/** The minutes in which any of these stand. */
export async function minutesWith(db: Reader, whos: readonly string[]): Promise<MinutesId[]> {
  const rows = await reading(db)
    .selectFrom('minutes_people')
    .select('minutes')
    .distinct()
    .where('who', 'in', [...whos, ''])
    .execute()
  return rows.map(({ minutes }) => minutes)
}

/** Whether any of these stands in the minutes. */
export async function standsIn(
  db: Reader,
  minutes: MinutesId,
  whos: readonly string[],
): Promise<boolean> {
  const row = await reading(db)
    .selectFrom('minutes_people')
    .select('who')
    .where('minutes', '=', minutes)
    .where('who', 'in', [...whos, ''])
    .executeTakeFirst()
  return row !== undefined
}

/** The gatherings at which any of these were, as their minutes say. */
export async function gatheringsOf(db: Reader, whos: readonly string[]): Promise<string[]> {
  const rows = await reading(db)
    .selectFrom('minutes_people')
    .innerJoin('minutes', 'minutes.id', 'minutes_people.minutes')
    .select('minutes.gathering')
    .distinct()
    .where('who', 'in', [...whos, ''])
    .execute()
  return rows.map(({ gathering }) => gathering)
}
