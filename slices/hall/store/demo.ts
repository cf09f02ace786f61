/** The demo: a small believable co-op. Its people are invented; their addresses lead nowhere. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import { allCircles } from '#slices/circles/index.ts'
import { allPersons, type PersonId } from '#slices/people/index.ts'

/** Whether a hall is new: one circle and nobody but who opened it. */
export async function isNew(db: Reader): Promise<boolean> {
  const [people, circles] = await Promise.all([allPersons(db), allCircles(db)])
  return people.length <= 1 && circles.length <= 1
}

export type DemoOptions = {
  /** Who opened the hall; null makes a steward of its own. */
  steward: PersonId | null
  now: Instant
}

/** Fills a new hall; answers the people, the steward first. */
export async function fillDemo(_hall: Hall, _options: DemoOptions): Promise<PersonId[]> {
  return []
}
