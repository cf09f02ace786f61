/** The rules of a circle over time: for what is judged by the rules of each day. */
import type { Reader } from '#kernel/database.ts'
import type { CircleId } from '#slices/circles/index.ts'
import { type Day, inForce } from '../rules/adopting.ts'
import { reading } from './tables.ts'
import { type Constitution, rulersOf } from './versions.ts'

async function adoptedIn(db: Reader, circle: CircleId): Promise<Constitution[]> {
  const rows = await reading(db)
    .selectFrom('constitution_versions')
    .select(['id', 'circle', 'number', 'day', 'parts'])
    .where('circle', '=', circle)
    .where('state', '=', 'adopted')
    .execute()
  return rows.flatMap(({ number, day, ...rest }) =>
    number !== null && day !== null ? [{ ...rest, number, day }] : [],
  )
}

/**
 * All rules that held or will hold in a circle, each with the first day on which it does, in the
 * order of days; none when there never were any.
 */
export async function timelineOf(
  db: Reader,
  circle: CircleId,
): Promise<{ from: Day; rules: Constitution }[]> {
  const rulers = await rulersOf(db, circle)
  const adopted = await Promise.all(rulers.map((ruler) => adoptedIn(db, ruler)))
  const days = [...new Set(adopted.flat().map(({ day }) => day))].toSorted()
  const line: { from: Day; rules: Constitution }[] = []
  for (const day of days) {
    const rules = adopted.map((own) => inForce(own, day)).find((found) => found !== null)
    if (rules && line.at(-1)?.rules.id !== rules.id) line.push({ from: day, rules })
  }
  return line
}
