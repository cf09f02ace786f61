/**
 * Pages of a topic's past, read and encoded once for all who ask at the same time: when a line
 * breaks for a whole hall, everybody comes back with the same number. A page is kept for a second,
 * and forgotten at once when something in the topic was redacted.
 */
import type { Reader } from './database.ts'
import { textFrame } from './frame.ts'
import { entriesOf } from './record.ts'

const ENTRIES = 500
const KEPT_MS = 1000
const KEPT = 50

/** `last` is the number of its last entry. */
export type Page = { last: number; frame: Buffer }
export type Pages = {
  /** The entries that follow a number, as they stand; null when there are none yet. */
  after(seq: number): Promise<Page | null>
  forget(): void
}

async function read(db: Reader, topic: string, after: number): Promise<Page | null> {
  const entries = await entriesOf(db, topic, { after, limit: ENTRIES })
  const last = entries.at(-1)?.seq
  return last === undefined ? null : { last, frame: textFrame(JSON.stringify({ topic, entries })) }
}

export function createPages(db: Reader, topic: string): Pages {
  const kept = new Map<number, { at: number; page: Promise<Page | null> }>()
  return {
    after(seq) {
      const now = performance.now()
      const known = kept.get(seq)
      if (known && now - known.at < KEPT_MS) return known.page
      if (kept.size >= KEPT) kept.clear()
      const page = read(db, topic, seq)
      const one = { at: now, page }
      kept.set(seq, one)
      const forget = () => {
        if (kept.get(seq) === one) kept.delete(seq)
      }
      page.then((found) => found === null && forget(), forget)
      return page
    },
    forget: () => kept.clear(),
  }
}
