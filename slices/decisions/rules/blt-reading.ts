/** What is known while a BLT file is read, and the refusal that ends the reading. */
import { refuse, type Refusal } from '#kernel/change.ts'
import { type Heap, newHeap } from './papers.ts'

export type BltReading = {
  part: 'head' | 'options' | 'papers' | 'names'
  line: number
  /** What is left of the last piece, until its line is whole. */
  rest: Uint8Array
  candidates: number
  seats: number
  nicks: Map<string, number>
  withdrawn: Set<number>
  tie: number[] | null
  heap: Heap
  marks: Int16Array
  seen: Int32Array
  stamp: number
  /** Papers that name a candidate twice. */
  twice: number
  /** Lines after the papers: names and title. */
  texts: { line: number; bytes: Uint8Array }[]
  refusal: Refusal | null
}

/** A reading that has seen nothing yet. */
export function beginBlt(): BltReading {
  return {
    part: 'head',
    line: 0,
    rest: new Uint8Array(0),
    candidates: 0,
    seats: 0,
    nicks: new Map(),
    withdrawn: new Set(),
    tie: null,
    heap: newHeap(),
    marks: new Int16Array(0),
    seen: new Int32Array(0),
    stamp: 0,
    twice: 0,
    texts: [],
    refusal: null,
  }
}

/** Refuses what stands there; columns are counted from 1. */
export function refuseBlt(reading: BltReading, column: number, why: string): void {
  reading.refusal ??= refuse('blt-unreadable', { line: reading.line, column: column + 1, why })
}

export const BYTE = {
  tab: 9,
  newline: 10,
  return: 13,
  space: 32,
  quote: 34,
  hash: 35,
  open: 40,
  close: 41,
  comma: 44,
  minus: 45,
  zero: 48,
  nine: 57,
  equal: 61,
  bracket: 91,
} as const

/** A blank, a tab or the return of a CRLF. */
export function isBlank(byte: number | undefined): boolean {
  return byte === BYTE.space || byte === BYTE.tab || byte === BYTE.return
}
