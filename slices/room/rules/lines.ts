/**
 * A long list that is never changed in place and yet cheap to grow: chunks of 64. Adding a line
 * copies the last chunk and the list of chunks, for 10,000 lines about 220 references instead of
 * 10,000; an older state keeps what it had. Lines are in the order of their numbers, so one is
 * found by halving. It is plain arrays, so a snapshot of it is JSON.
 */
type Numbered = { seq: number }
export type Lines<T extends Numbered> = readonly (readonly T[])[]

const CHUNK = 64

/** The list with one more at its end. */
export function append<T extends Numbered>(lines: Lines<T>, line: T): Lines<T> {
  const last = lines.at(-1)
  if (!last || last.length >= CHUNK) return [...lines, [line]]
  return [...lines.slice(0, -1), [...last, line]]
}

/** The list with older lines, in their order, put before it. */
export function prepend<T extends Numbered>(lines: Lines<T>, older: readonly T[]): Lines<T> {
  const first = lines[0]?.[0]?.seq ?? Number.POSITIVE_INFINITY
  return [...chunked(older.filter(({ seq }) => seq < first)), ...lines]
}

/** A plain array as such a list. */
export function chunked<T extends Numbered>(lines: readonly T[]): Lines<T> {
  const chunks: T[][] = []
  for (let at = 0; at < lines.length; at += CHUNK) chunks.push(lines.slice(at, at + CHUNK))
  return chunks
}

/** Index of the last element whose number is at most `seq`, -1 when there is none. */
function lastUpTo<T>(list: readonly T[], seq: number, numberOf: (item: T) => number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    const item = list[middle]
    if (item !== undefined && numberOf(item) <= seq) low = middle + 1
    else high = middle
  }
  return low - 1
}

function placeOf<T extends Numbered>(lines: Lines<T>, seq: number) {
  const chunk = lastUpTo(lines, seq, (list) => list[0]?.seq ?? 0)
  const within = lastUpTo(lines[chunk] ?? [], seq, (line) => line.seq)
  return { chunk, within }
}

/** The line of this number. */
export function lineAt<T extends Numbered>(lines: Lines<T>, seq: number): T | undefined {
  const { chunk, within } = placeOf(lines, seq)
  const line = lines[chunk]?.[within]
  return line?.seq === seq ? line : undefined
}

/** The list with the line of this number changed; the same list when there is none. */
export function changeLine<T extends Numbered>(
  lines: Lines<T>,
  seq: number,
  change: (line: T) => T,
): Lines<T> {
  const { chunk, within } = placeOf(lines, seq)
  const list = lines[chunk]
  const line = list?.[within]
  if (!list || line?.seq !== seq) return lines
  return lines.with(chunk, list.with(within, change(line)))
}

export function countLines<T extends Numbered>(lines: Lines<T>): number {
  return lines.reduce((sum, chunk) => sum + chunk.length, 0)
}

/** At most `count` lines before a number, in their order. */
export function linesBefore<T extends Numbered>(lines: Lines<T>, seq: number, count: number): T[] {
  const found: T[] = []
  for (const line of backwards(lines)) {
    if (line.seq >= seq) continue
    if (found.length >= count) break
    found.push(line)
  }
  return found.toReversed()
}

/** All lines from the last to the first. */
export function* backwards<T extends Numbered>(lines: Lines<T>): Generator<T> {
  for (let chunk = lines.length - 1; chunk >= 0; chunk--) {
    yield* (lines[chunk] ?? []).toReversed()
  }
}
