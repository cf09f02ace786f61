/**
 * What somebody has read, and so what is unread to them.
 *
 * 1. A comment is unread to a person while its number is above the one up to which they have read;
 *    what they wrote themselves, what was taken back and what is hidden never counts.
 * 2. That number only grows, and it is the person's, not the device's: so every device shows the same.
 * 3. Nobody has read beyond the last comment there is.
 * 4. Splitting and merging change nothing about it: a comment that was read stays read under its new
 *    number, one that was unread stays unread. What was read beyond a gap is remembered beside the
 *    number, as ranges.
 */

/** From and to, both within. */
export type Range = { from: number; to: number }
export type Reading = { upTo: number; also: readonly Range[] }
export const UNREAD: Reading = { upTo: 0, also: [] }

/** Laws 1 and 4, for a number alone. */
export function hasRead({ upTo, also }: Reading, number: number): boolean {
  return number <= upTo || also.some(({ from, to }) => from <= number && number <= to)
}

export type Unread = {
  number: number
  who: string
  taken_at: string | null
  hidden_at: string | null
}

/** Law 1. */
export function isUnread(reading: Reading, comment: Unread, me: string): boolean {
  const { who, taken_at, hidden_at, number } = comment
  return who !== me && taken_at === null && hidden_at === null && !hasRead(reading, number)
}

/** Laws 2 and 3: after reading up to a number of a thread whose last comment is `last`. */
export function readUpTo({ upTo, also }: Reading, number: number, last: number): Reading {
  return { upTo: Math.max(upTo, Math.min(number, last)), also }
}

/** Who has read these of the numbers of a thread, which ascend: as a number and ranges beyond it. */
export function readingOf(numbers: readonly number[], read: ReadonlySet<number>): Reading {
  const first = numbers.findIndex((number) => !read.has(number))
  if (first === -1) return { upTo: numbers.at(-1) ?? 0, also: [] }
  const also: { from: number; to: number }[] = []
  let open: { from: number; to: number } | null = null
  for (const number of numbers.slice(first)) {
    if (!read.has(number)) open = null
    else if (open) open.to = number
    else also.push((open = { from: number, to: number }))
  }
  return { upTo: numbers[first - 1] ?? 0, also }
}

/** A comment that goes from one number, in the thread it leaves, to another in the one it comes to. */
export type Move = { from: number; to: number }

/** Law 4: what somebody has read of a thread once these came to it, behind its own. */
export function readingAfter({
  here,
  own,
  there,
  moves,
}: {
  /** What they have read of this thread, and its comments' numbers before. */
  here: Reading
  own: readonly number[]
  /** What they have read of the thread that the others come from. */
  there: Reading
  moves: readonly Move[]
}): Reading {
  const read = new Set([
    ...own.filter((number) => hasRead(here, number)),
    ...moves.filter(({ from }) => hasRead(there, from)).map(({ to }) => to),
  ])
  return readingOf([...own, ...moves.map(({ to }) => to)], read)
}
