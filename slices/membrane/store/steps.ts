/** Where applications stand, with what of the first gift has come. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import { type Step, stepOf } from '../rules/applying.ts'
import type { Way } from '../rules/ways.ts'
import { type Application, type WordRow, wordsTo } from './applications.ts'
import { firstOf } from './first.ts'
import { wayOf } from './standing.ts'

const NOTHING = { sponsors: 0, waitDays: 0, decideDays: 14 }

const asWords = (words: readonly WordRow[]) =>
  words.map(({ person, kind, taken_back_at: back }) => ({ person, kind, takenBack: back !== null }))

type Whole = { way: Way | null; words: readonly WordRow[]; now: Instant }

/** Where an application stands by its way and what was said. */
export async function stepFor(db: Reader, application: Application, { way, words, now }: Whole) {
  const { state, person, circle, shown_at: shownAt } = application
  const first = way?.first ?? null
  const gift = await firstOf(db, { circle, person }, first)
  const door = { state, person, shownAt, firstMet: gift === null || gift.lacks === 0 }
  const asked = way?.application ?? NOTHING
  return { step: stepOf(door, { first }, asked, asWords(words), now), gift }
}

/** Where an application stands now. */
export async function stepNow(db: Reader, application: Application, now: Instant): Promise<Step> {
  const [way, words] = await Promise.all([wayOf(db, application), wordsTo(db, [application.id])])
  return (await stepFor(db, application, { way, words, now })).step
}
