/** What a proposal can be made of, as the slices that own it say it: a poll. */
import type { Reader } from '#kernel/database.ts'
import { port } from '#kernel/port.ts'
import type { CircleId } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { ThreadId } from '#slices/threads/index.ts'

/** How the text of a proposal begins, in which circle, and the thread that is told of it. */
export type Beginning = {
  circle: CircleId
  title: string
  question: string
  thread: ThreadId | null
}

/** As somebody sees it; null when they do not. Filled in app/slices.ts, under the name of each sort. */
export const beginnings = port<
  (
    db: Reader,
    person: PersonId,
    which: { ref: string; origin: string },
  ) => Promise<Beginning | null>
>('what a proposal can be made of')
