/** A circle with duties, for stories. */
import type { CircleId } from '#slices/circles/index.ts'
import {
  adoptParts,
  allSections,
  emptyParts,
  type Parts,
  todayIn,
} from '#slices/constitutions/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { DutiesPart } from '#slices/standing/rules/duty.ts'
import type { TestHall } from './hall.ts'

/** Adopts rules that ask these duties, from today on. */
export async function adoptDuties(
  { hall }: TestHall,
  circle: CircleId,
  duties: DutiesPart,
  { by = null, more = {} }: { by?: PersonId | null; more?: Parts } = {},
): Promise<void> {
  const now = hall.clock.now()
  const day = await todayIn(hall.db, now)
  const parts = { ...emptyParts(allSections()), ...more, duties }
  await hall.transact((tx) => adoptParts(tx, circle, { parts, day }, { by, now }))
}
