/**
 * Papers: the rankings that were cast.
 * 1. Papers that say the same are kept once, with how many of them there are; neither their order
 *    nor who cast them is kept, so neither can matter.
 * 2. A paper names candidates from the most wanted on. Several may share a rank where the method
 *    allows it. Whoever isn't named comes after all who are, without an order.
 * 3. A candidate counts once on a paper: where they are named first.
 * 4. Whoever withdrew is taken off each paper when it is counted; those behind move up. A paper
 *    that names nobody is kept and shown as empty, and takes no part.
 */
import type { AtLeast } from './at-least.ts'

/** `none` stands for "none of the above": see none.ts. */
export type Candidate = { name: string; withdrawn: boolean; none?: true }

/** `marks[starts[i] … starts[i + 1] - 1]` is the i-th ranking and `counts[i]` how many cast it. */
export type Papers = {
  /** The index of a candidate, or `-1 - index` for one who shares the rank of the mark before. */
  readonly marks: Int16Array
  readonly starts: Int32Array
  /** Whole numbers. */
  readonly counts: Float64Array
  /** How many different rankings there are. */
  readonly size: number
  /** How many papers there are, empty ones left out. */
  readonly total: number
  readonly empty: number
  /** Does any of them rank two alike? */
  readonly equal: boolean
}

export type Election = {
  title: string
  seats: number
  candidates: readonly Candidate[]
  papers: Papers
  /** The order in which the lot fell before the count, indices; null when the file says nothing. */
  tie: readonly number[] | null
  /** At least so many of a group among the elected; only methods that say so take them. */
  groups?: readonly AtLeast[]
}

/** A heap of papers being gathered: a hash table over the rankings seen so far. */
export type Heap = {
  marks: Int16Array
  starts: Int32Array
  counts: Float64Array
  slots: Int32Array
  size: number
  total: number
  empty: number
  equal: boolean
}

/** The most papers that can be counted with five decimals in whole numbers a machine holds exactly. */
export const MOST_PAPERS = 90_000_000_000

/** A heap without papers. */
export function newHeap(): Heap {
  return {
    marks: new Int16Array(4096),
    starts: new Int32Array(513),
    counts: new Float64Array(512),
    slots: new Int32Array(1024),
    size: 0,
    total: 0,
    empty: 0,
    equal: false,
  }
}

function doubled<T extends Int16Array | Int32Array | Float64Array>(old: T, made: T): T {
  made.set(old)
  return made
}

/** FNV-1a over the marks, at home in 32 bits. */
function hashOf(marks: Int16Array, from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (marks[at] ?? 0), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}

function spread(heap: Heap): void {
  const slots = new Int32Array(heap.slots.length * 2)
  const mask = slots.length - 1
  for (let paper = 0; paper < heap.size; paper++) {
    let slot = hashOf(heap.marks, heap.starts[paper] ?? 0, heap.starts[paper + 1] ?? 0) & mask
    while (slots[slot] !== 0) slot = (slot + 1) & mask
    slots[slot] = paper + 1
  }
  heap.slots = slots
}

function same(heap: Heap, paper: number, marks: Int16Array, length: number): boolean {
  const start = heap.starts[paper] ?? 0
  if ((heap.starts[paper + 1] ?? 0) - start !== length) return false
  for (let at = 0; at < length; at++) if (heap.marks[start + at] !== marks[at]) return false
  return true
}

function appendRanking(heap: Heap, marks: Int16Array, length: number, count: number): void {
  const start = heap.starts[heap.size] ?? 0
  while (start + length > heap.marks.length)
    heap.marks = doubled(heap.marks, new Int16Array(heap.marks.length * 2))
  if (heap.size + 2 > heap.starts.length) {
    heap.starts = doubled(heap.starts, new Int32Array(heap.starts.length * 2))
    heap.counts = doubled(heap.counts, new Float64Array(heap.starts.length))
  }
  for (let at = 0; at < length; at++) heap.marks[start + at] = marks[at] ?? 0
  heap.counts[heap.size] = count
  heap.size++
  heap.starts[heap.size] = start + length
}

/** The members of each rank in the order of the paper, so that what says the same looks alike. */
function sortAlike(marks: Int16Array, length: number): void {
  for (let from = 0; from < length;) {
    let to = from + 1
    while (to < length && (marks[to] ?? 0) < 0) to++
    const rank = Array.from(marks.subarray(from, to), (mark) => (mark < 0 ? -1 - mark : mark))
    rank.sort((a, b) => a - b)
    rank.forEach((one, at) => (marks[from + at] = at === 0 ? one : -1 - one))
    from = to
  }
}

/** Lays `count` papers with the first `length` of `marks` on the heap. */
export function layPapers(heap: Heap, marks: Int16Array, length: number, count: number): void {
  if (length === 0) {
    heap.empty += count
    return
  }
  heap.total += count
  let alike = false
  for (let at = 0; at < length; at++) alike ||= (marks[at] ?? 0) < 0
  if (alike) sortAlike(marks, length)
  const mask = heap.slots.length - 1
  let slot = hashOf(marks, 0, length) & mask
  for (;;) {
    const there = heap.slots[slot] ?? 0
    if (there === 0) break
    if (same(heap, there - 1, marks, length)) {
      heap.counts[there - 1] = (heap.counts[there - 1] ?? 0) + count
      return
    }
    slot = (slot + 1) & mask
  }
  appendRanking(heap, marks, length, count)
  heap.slots[slot] = heap.size
  heap.equal ||= alike
  if (heap.size * 2 > heap.slots.length) spread(heap)
}

/** What lies on a heap, as papers; the heap may grow on. */
export function papersOf(heap: Heap): Papers {
  const { size, total, empty, equal } = heap
  return {
    marks: heap.marks.subarray(0, heap.starts[size] ?? 0),
    starts: heap.starts.subarray(0, size + 1),
    counts: heap.counts.subarray(0, size),
    size,
    total,
    empty,
    equal,
  }
}

/** One ranking in ranks of candidates' indices, and how many cast it. */
export type Ranking = { ranks: readonly (readonly number[])[]; count: number }

/** Gathers rankings into papers; a candidate named twice counts where named first. */
export function papersFrom(rankings: Iterable<Ranking>): Papers {
  const heap = newHeap()
  for (const { ranks, count } of rankings) {
    const seen = new Set<number>()
    const marks = ranks.flatMap((rank) => {
      const fresh = [...new Set(rank)].filter((candidate) => !seen.has(candidate))
      fresh.forEach((candidate) => seen.add(candidate))
      return fresh.map((candidate, at) => (at === 0 ? candidate : -1 - candidate))
    })
    layPapers(heap, Int16Array.from(marks), marks.length, count)
  }
  return papersOf(heap)
}

/** The rankings one by one, as ranks. */
export function* rankingsOf(papers: Papers): Generator<Ranking> {
  for (let paper = 0; paper < papers.size; paper++) {
    const ranks: number[][] = []
    for (const mark of papers.marks.subarray(papers.starts[paper], papers.starts[paper + 1]))
      if (mark >= 0) ranks.push([mark])
      else ranks.at(-1)?.push(-1 - mark)
    yield { ranks, count: papers.counts[paper] ?? 0 }
  }
}

/** What a method does with papers that rank two alike: keeps them, or stops before such a rank. */
export type Alike = 'keep' | 'stop'

/** The papers as they are counted: law 4, and what the method says of equal ranks. */
export function papersToCount(election: Election, alike: Alike): Papers {
  const { papers, candidates } = election
  const withdrawn = candidates.some((candidate) => candidate.withdrawn)
  const stops = alike === 'stop' && papers.equal
  if (!withdrawn && !stops) return papers
  const standing = (candidate: number) => candidates[candidate]?.withdrawn !== true
  const heap = newHeap()
  heap.empty = papers.empty
  for (const { ranks, count } of rankingsOf(papers)) {
    const left = ranks.map((rank) => rank.filter(standing)).filter((rank) => rank.length > 0)
    const end = stops ? left.findIndex((rank) => rank.length > 1) : -1
    const kept = end === -1 ? left : left.slice(0, end)
    const marks = kept.flatMap((rank) => rank.map((one, at) => (at === 0 ? one : -1 - one)))
    layPapers(heap, Int16Array.from(marks), marks.length, count)
  }
  return papersOf(heap)
}

/** Who stands: the candidates who didn't withdraw, as indices. */
export function standingIn({ candidates }: Election): number[] {
  return candidates.flatMap((candidate, index) => (candidate.withdrawn ? [] : [index]))
}
