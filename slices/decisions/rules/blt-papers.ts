/** Lines of papers in a BLT file: laws 2 and 4 of blt.ts. */
import { type BltReading, BYTE, isBlank, refuseBlt } from './blt-reading.ts'
import { layPapers, MOST_PAPERS } from './papers.ts'

const plainText = new TextDecoder()

/** Where a word (no blank, no `=`) ends. */
function wordEnd(bytes: Uint8Array, from: number, end: number): number {
  let to = from
  while (to < end && !isBlank(bytes[to]) && bytes[to] !== BYTE.equal) to++
  return to
}

/** The candidate that a word that isn't a number names, or -1. */
function nicked(reading: BltReading, bytes: Uint8Array, from: number, to: number): number {
  return reading.nicks.get(plainText.decode(bytes.subarray(from, to))) ?? -1
}

function numberAt(bytes: Uint8Array, from: number, to: number): number {
  let value = 0
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0
    if (byte < BYTE.zero || byte > BYTE.nine) return -1
    value = value * 10 + byte - BYTE.zero
  }
  return value
}

function strange(bytes: Uint8Array, from: number, to: number): string {
  const comma = bytes.subarray(from, to).indexOf(BYTE.comma)
  const word = plainText.decode(bytes.subarray(from, to)).slice(0, 40)
  return comma === -1 ? `"${word}" is not a candidate` : 'numbers are parted by blanks, not commas'
}

/** One line of papers, from the byte `first` on; columns are counted from `start`. */
export function readPapers(
  reading: BltReading,
  bytes: Uint8Array,
  start: number,
  first: number,
  end: number,
): void {
  let at = first
  if (bytes[at] === BYTE.open) {
    at = bytes.indexOf(BYTE.close, at) + 1
    if (at === 0 || at > end) return refuseBlt(reading, first - start, 'a ")" is missing')
    while (isBlank(bytes[at])) at++
  }
  const to = wordEnd(bytes, at, end)
  const count = numberAt(bytes, at, to)
  if (count === -1) return refuseBlt(reading, at - start, notCount(bytes, at, to))
  const length = readRanking(reading, bytes, start, to, end)
  if (length === -1) return
  if (count === 0) {
    if (length !== ENDED) return refuseBlt(reading, at - start, 'no paper was cast 0 times')
    reading.part = 'names'
    return
  }
  if (length === ENDED) return refuseBlt(reading, end - start, 'a line of papers ends with 0')
  layPapers(reading.heap, reading.marks, length, count)
  if (reading.heap.total > MOST_PAPERS) refuseBlt(reading, at - start, 'there are too many papers')
}

const ENDED = -2

function notCount(bytes: Uint8Array, from: number, to: number): string {
  if (bytes.subarray(from, to).indexOf(BYTE.comma) !== -1) return strange(bytes, from, to)
  return 'a line of papers begins with how many there are, a whole number'
}

/** Reads marks until 0; answers how many, ENDED when the line has nothing more, -1 when refused. */
function readRanking(
  reading: BltReading,
  bytes: Uint8Array,
  start: number,
  from: number,
  end: number,
): number {
  const { marks, seen, candidates } = reading
  const stamp = ++reading.stamp
  let [at, length, alike, shared, twice, nothing] = [from, 0, false, false, false, true]
  for (;;) {
    while (at < end && isBlank(bytes[at])) at++
    if (at >= end || bytes[at] === BYTE.hash) break
    if (bytes[at] === BYTE.equal) {
      if (nothing) return wrong(reading, at - start, '"=" stands between two candidates')
      at++
      alike = true
      continue
    }
    const to = wordEnd(bytes, at, end)
    const number = numberAt(bytes, at, to)
    if (number === 0) {
      if (!isOver(bytes, to, end)) return wrong(reading, to - start, 'after 0 comes a new line')
      if (twice) reading.twice++
      return length
    }
    nothing = false
    if (!alike) shared = false
    const open = to - at === 1 && bytes[at] === BYTE.minus
    const candidate = number > 0 ? number - 1 : nicked(reading, bytes, at, to)
    if (!open && (candidate < 0 || candidate >= candidates))
      return wrong(reading, at - start, strange(bytes, at, to))
    if (!open && seen[candidate] === stamp) twice = true
    else if (!open) {
      seen[candidate] = stamp
      marks[length++] = shared ? -1 - candidate : candidate
      shared = true
    }
    alike = false
    at = to
  }
  return nothing ? ENDED : wrong(reading, end - start, 'a line of papers ends with 0')
}

function wrong(reading: BltReading, column: number, why: string): number {
  refuseBlt(reading, column, why)
  return -1
}

function isOver(bytes: Uint8Array, from: number, end: number): boolean {
  let at = from
  while (at < end && isBlank(bytes[at])) at++
  return at >= end || bytes[at] === BYTE.hash
}
