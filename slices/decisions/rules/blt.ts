/**
 * Ballots as files: BLT, the format of election counting (Hill, Wichmann and Woodall, 1987), as it
 * is found in the wild.
 * 1. The first line says how many candidates and how many seats. Then may come who withdrew
 *    (`-3 -5` or `[withdrawn …]`), short names `[nick …]` and the order of the lot `[tie …]`.
 * 2. Each further line is papers: how many, then candidates from the most wanted on, then 0. Between
 *    candidates of one rank stands `=`. `-` is a rank left open. A line `0` ends the papers.
 * 3. Then come the names of the candidates and a title, in quotes or a line each.
 * 4. `#` begins a comment. Blanks at the end, CRLF and a byte order mark do not matter.
 * 5. What can't be read is refused with its line and column; nothing is guessed.
 */
import type { Refusal } from '#kernel/change.ts'
import { electionNames } from './blt-names.ts'
import { bltOption } from './blt-options.ts'
import { readPapers } from './blt-papers.ts'
import { beginBlt, type BltReading, BYTE, isBlank, refuseBlt } from './blt-reading.ts'
import { type Election, papersOf } from './papers.ts'

const plainText = new TextDecoder()

/** Reads a piece of the file; pieces may end anywhere. */
export function feedBlt(reading: BltReading, piece: Uint8Array): void {
  let bytes = piece
  if (reading.rest.length > 0) {
    bytes = new Uint8Array(reading.rest.length + piece.length)
    bytes.set(reading.rest)
    bytes.set(piece, reading.rest.length)
  }
  let from = 0
  if (reading.line === 0 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) from = 3
  while (!reading.refusal) {
    const to = bytes.indexOf(BYTE.newline, from)
    if (to === -1) break
    readLine(reading, bytes, from, to)
    from = to + 1
  }
  // A copy: whoever feeds may use the same memory for the next piece (a Buffer's slice is no copy).
  reading.rest = new Uint8Array(bytes.subarray(from))
}

/** Keeps a copy of a text behind the papers; more than names and a title need is left alone. */
function keepText(reading: BltReading, text: Uint8Array): void {
  if (reading.texts.length > reading.candidates + 1) return
  reading.texts.push({ line: reading.line, bytes: new Uint8Array(text) })
}

function readLine(reading: BltReading, bytes: Uint8Array, start: number, end: number): void {
  reading.line++
  let from = start
  while (from < end && isBlank(bytes[from])) from++
  if (from === end || bytes[from] === BYTE.hash) return
  if (reading.part === 'names') {
    keepText(reading, bytes.subarray(from, end))
    return
  }
  if (reading.part === 'head') return readHead(reading, bytes, start, end)
  if (bytes[from] === BYTE.bracket || bytes[from] === BYTE.minus) {
    if (reading.part !== 'options')
      return refuseBlt(reading, from - start, 'options stand before the first paper')
    bltOption(reading, wordsOf(bytes, start, end), from - start)
    return
  }
  reading.part = 'papers'
  readPapers(reading, bytes, start, from, end)
}

function wordsOf(bytes: Uint8Array, start: number, end: number): string {
  const text = plainText.decode(bytes.subarray(start, end))
  const comment = text.search(/(?:^|\s)#/)
  return comment === -1 ? text : text.slice(0, comment)
}

function readHead(reading: BltReading, bytes: Uint8Array, start: number, end: number): void {
  const text = wordsOf(bytes, start, end)
  const found = /^\s*(\d{1,5})\s+(\d{1,5})\s*$/.exec(text)
  if (!found) {
    const column = Math.max(0, text.search(/[^\d\s]/))
    return refuseBlt(reading, column, 'the first line is two numbers: candidates and seats')
  }
  reading.candidates = Number(found[1])
  reading.seats = Number(found[2])
  if (reading.candidates < 1 || reading.candidates > 32_000 || reading.seats < 1)
    return refuseBlt(reading, 0, 'there is at least one candidate and one seat')
  reading.marks = new Int16Array(reading.candidates)
  reading.seen = new Int32Array(reading.candidates)
  reading.part = 'options'
}

/** Ends the reading: the election, or why the file can't be read. */
export function finishBlt(reading: BltReading): Election | Refusal {
  if (reading.rest.length > 0) feedBlt(reading, Uint8Array.of(BYTE.newline))
  if (!reading.refusal && reading.part !== 'names')
    refuseBlt(reading, 0, 'the file ends before the line 0 that ends the papers')
  const names = reading.refusal ? null : electionNames(reading)
  if (reading.refusal) return reading.refusal
  return {
    title: names?.title ?? '',
    seats: reading.seats,
    candidates: (names?.names ?? []).map((name, index) => ({
      name,
      withdrawn: reading.withdrawn.has(index),
    })),
    papers: papersOf(reading.heap),
    tie: reading.tie,
  }
}

/** Reads a whole file from its bytes or its text. */
export function readBlt(file: Uint8Array | string): Election | Refusal {
  const reading = beginBlt()
  feedBlt(reading, typeof file === 'string' ? new TextEncoder().encode(file) : file)
  return finishBlt(reading)
}
