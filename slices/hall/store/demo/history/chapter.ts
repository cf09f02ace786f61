/** Two years of the demo, as chapters with their day; lived through in the order of the days. */
import { DAY, type Instant, plus } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { Cast } from '../people.ts'

/** How long ago the co-op of the demo was founded, in days. */
export const AGE = 730

export type By = { by: PersonId | null; now: Instant }
export type Chapter = { ago: number; tell(by: By): Promise<unknown> }
export type Telling = { tx: Transaction; cast: Cast; now: Instant }

/** Lives through chapters, the oldest first; of one day in the order in which they are written. */
export async function liveThrough(
  { cast, now }: Telling,
  chapters: readonly Chapter[],
): Promise<void> {
  for (const { ago, tell } of chapters.toSorted((a, b) => b.ago - a.ago))
    await tell({ by: cast.id('maren'), now: plus(now, -ago * DAY) })
}
