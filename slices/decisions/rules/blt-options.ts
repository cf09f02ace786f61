/** Options of a BLT file: who withdrew, short names, the order of the lot. */
import { type BltReading, refuseBlt } from './blt-reading.ts'

/** The candidate a word names, by number or short name; null when there is none. */
function candidateOf(reading: BltReading, word: string): number | null {
  const number = /^-?\d+$/.test(word) ? Math.abs(Number(word)) - 1 : reading.nicks.get(word)
  return number !== undefined && number >= 0 && number < reading.candidates ? number : null
}

function candidatesOf(reading: BltReading, words: string[], column: number): number[] {
  return words.flatMap((word) => {
    const candidate = candidateOf(reading, word)
    if (candidate === null) refuseBlt(reading, column, `"${word.slice(0, 40)}" is not a candidate`)
    return candidate ?? []
  })
}

const OPTIONS: Record<string, (reading: BltReading, words: string[], column: number) => void> = {
  nick(reading, words, column) {
    if (words.length !== reading.candidates)
      return refuseBlt(reading, column, `there are ${words.length} short names`)
    if (new Set(words).size < words.length)
      return refuseBlt(reading, column, 'two candidates have one short name')
    words.forEach((word, index) => reading.nicks.set(word, index))
  },
  withdrawn(reading, words, column) {
    for (const candidate of candidatesOf(reading, words, column)) reading.withdrawn.add(candidate)
  },
  tie(reading, words, column) {
    const order = candidatesOf(reading, words, column)
    const rest = Array.from({ length: reading.candidates }, (_, index) => index)
    reading.tie = [...new Set([...order, ...rest])]
  },
  // Arithmetic and method of another program: ours are named by who counts.
  droop() {},
}

/** One line of options, from `column` on. */
export function bltOption(reading: BltReading, text: string, column: number): void {
  const bracket = /^\s*\[\s*(\w+)([^\]]*)\]\s*$/.exec(text)
  const words = (bracket?.[2] ?? text).split(/\s+/).filter((word) => word !== '')
  if (text.trim().startsWith('-')) {
    if (!words.every((word) => /^-\d+$/.test(word)))
      return refuseBlt(reading, column, 'a line that begins with "-" names who withdrew: -3 -5')
    return OPTIONS['withdrawn']?.(reading, words, column)
  }
  const option = OPTIONS[bracket?.[1]?.toLowerCase() ?? '']
  if (!option) return refuseBlt(reading, column, 'options are [nick …], [withdrawn …], [tie …]')
  option(reading, words, column)
}
