/**
 * The versions of a note.
 *
 * 1. When something was written in ten different minutes since the last version, or when nobody wrote
 *    for ten minutes, what stands is a version.
 * 2. Whoever may write keeps what stands as a version by name, at any time; a version that is there
 *    already gets the name.
 * 3. A version says when it was written and by whom; what of it is whose stands in the text itself.
 * 4. Before an older version is brought back, what stands is kept, so that bringing back can be taken
 *    back.
 * 5. Between versions the steps are forgotten once two later versions are there: the text and its
 *    authors stay, what was written and deleted within ten minutes does not.
 */
import { type Instant, MINUTE, msBetween } from '#kernel/clock.ts'

export const ACTIVE_MINUTES = 10
export const REST_MS = 10 * MINUTE
/** Every so many versions the whole text is stored, so that none needs many to be read. */
export const WHOLE_EVERY = 20
/** Rows of what was written stay for so many versions. */
export const ROWS_FOR = 2

export type Unkept = { minutes: number; last: Instant }

/** Whether what was written since the last version is due to become one. */
export function isDue({ minutes, last }: Unkept, now: Instant): boolean {
  return minutes >= ACTIVE_MINUTES || msBetween(last, now) >= REST_MS
}

/** Whether a version is stored whole. */
export function isWhole(number: number): boolean {
  return number % WHOLE_EVERY === 1
}
