/** What people ask of later slices. */
import type { Reader } from '#kernel/database.ts'
import { port } from '#kernel/port.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Words } from '#kernel/words.ts'
import type { Pair } from './records.ts'

export type Telling = { words: Words; now: Instant }

export type Foretold = {
  /** What each of the records is here, in sentences. */
  about?: { kept: string[]; other: string[] }
  /** What will happen. */
  says: string[]
  /** Why it cannot be yet, and what to do first. */
  stops?: string[]
}

/** What happens to what a slice keeps when two records of one person become one. */
export const foretellings =
  port<(db: Reader, pair: Pair, telling: Telling) => Promise<Foretold>>('what a merge would do')

/** All that is foretold, in the order of the slices. */
export async function foretell(
  db: Reader,
  pair: Pair,
  telling: Telling,
): Promise<Required<Foretold>> {
  const all: Required<Foretold> = { about: { kept: [], other: [] }, says: [], stops: [] }
  for (const [, ask] of foretellings.all()) {
    const { about, says, stops = [] } = await ask(db, pair, telling)
    all.about.kept.push(...(about?.kept ?? []))
    all.about.other.push(...(about?.other ?? []))
    all.says.push(...says)
    all.stops.push(...stops)
  }
  return all
}
