/**
 * Two versions side by side.
 * 1. Sentences are matched by section and key. Each sentence of both stands in exactly one row: it
 *    stays, was changed, was added, or was taken out.
 * 2. In a changed one, the words that differ are marked: what both have is a longest common
 *    subsequence of words, so that as few words as can be are marked.
 * 3. Rows stand in the order of their numbers.
 */
import type { SectionProse } from './document.ts'

export type Piece = { text: string; marked: boolean }
export type Row = {
  key: string
  number: string
  state: 'stays' | 'changed' | 'added' | 'removed'
  before: Piece[] | null
  after: Piece[] | null
}
export type Compared = { name: string; number: number; title: string; rows: Row[] }
export type Counts = Record<Row['state'], number>

const plain = (text: string): Piece[] => [{ text, marked: false }]

/** Lengths of the longest common subsequences of the ends of both. */
function commonEnds(a: readonly string[], b: readonly string[]): number[][] {
  const table = Array.from({ length: a.length + 1 }, () =>
    Array.from({ length: b.length + 1 }, () => 0),
  )
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const longest = Math.max(table[i + 1]?.[j] ?? 0, table[i]?.[j + 1] ?? 0)
      const row = table[i]
      if (row) row[j] = a[i] === b[j] ? (table[i + 1]?.[j + 1] ?? 0) + 1 : longest
    }
  }
  return table
}

function joined(words: readonly Piece[]): Piece[] {
  const pieces: Piece[] = []
  for (const { text, marked } of words) {
    const last = pieces.at(-1)
    if (last && last.marked === marked) last.text += text
    else pieces.push({ text, marked })
  }
  return pieces
}

/** Words with the space after them, so that the pieces add up to the text. */
const wordsOf = (text: string): string[] => text.match(/\s*[\p{L}\p{N}\p{M}'’-]+|\s*\S|\s+/gu) ?? []

/** Both texts in pieces; the marked ones are what the other does not have. */
export function markWords(before: string, after: string): { before: Piece[]; after: Piece[] } {
  const a = wordsOf(before)
  const b = wordsOf(after)
  const table = commonEnds(a, b)
  const left: Piece[] = []
  const right: Piece[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    const same = i < a.length && j < b.length && a[i] === b[j]
    if (same) {
      left.push({ text: a[i] ?? '', marked: false })
      right.push({ text: b[j] ?? '', marked: false })
      i += 1
      j += 1
    } else if (
      j >= b.length ||
      (i < a.length && (table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0))
    ) {
      left.push({ text: a[i] ?? '', marked: true })
      i += 1
    } else {
      right.push({ text: b[j] ?? '', marked: true })
      j += 1
    }
  }
  return { before: joined(left), after: joined(right) }
}

type Side = { text: string; number: string } | undefined

function rowOf(key: string, before: Side, after: Side): Row[] {
  const number = before?.number ?? after?.number ?? ''
  if (before && after && before.text === after.text)
    return [{ key, number, state: 'stays', before: plain(before.text), after: plain(after.text) }]
  if (before && after)
    return [{ key, number, state: 'changed', ...markWords(before.text, after.text) }]
  if (before) return [{ key, number, state: 'removed', before: plain(before.text), after: null }]
  return after ? [{ key, number, state: 'added', before: null, after: plain(after.text) }] : []
}

const second = (number: string): number => Number(number.split('.')[1] ?? 0)

/** Two versions as rows, section by section. */
export function compare(
  before: readonly SectionProse[],
  after: readonly SectionProse[],
): Compared[] {
  const heads = new Map([...before, ...after].map((section) => [section.name, section]))
  return [...heads.values()]
    .toSorted((a, b) => a.number - b.number)
    .map(({ name, number, title }) => {
      const sides = [before, after].map((side) => {
        const found = side.find((section) => section.name === name)
        return new Map((found?.sentences ?? []).map((sentence) => [sentence.key, sentence]))
      })
      const [old, fresh] = sides
      const keys = new Set([...(old?.keys() ?? []), ...(fresh?.keys() ?? [])])
      const rows = [...keys].flatMap((key) => rowOf(key, old?.get(key), fresh?.get(key)))
      return {
        name,
        number,
        title,
        rows: rows.toSorted((a, b) => second(a.number) - second(b.number)),
      }
    })
}

/** How many sentences stay, were changed, added and taken out. */
export function countRows(compared: readonly Compared[]): Counts {
  const counts: Counts = { stays: 0, changed: 0, added: 0, removed: 0 }
  for (const { rows } of compared) for (const { state } of rows) counts[state] += 1
  return counts
}
