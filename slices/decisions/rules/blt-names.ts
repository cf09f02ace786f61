/**
 * Names and the title at the end of a BLT file.
 * 1. A quote ends a text where the end of the line, another text or a comment follows it. Doubled
 *    quotes inside are one; quotes around a whole text that is quoted already are dropped.
 * 2. A line that doesn't begin with a quote is one text as it stands.
 * 3. No names at all: candidates are called by their number. Otherwise there is one for each; the
 *    next text is the title, and what follows is left alone.
 */
import { type BltReading, refuseBlt } from './blt-reading.ts'

/** UTF-8, or where that is broken Windows-1252, as old counting programs wrote. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Where the text that opens at 0 closes; the end of the line where no quote closes it. */
function closing(line: string): number {
  for (const { 0: quotes, index } of line.matchAll(/"+/g)) {
    const end = index + quotes.length
    if (index === 0 && end < line.length) continue
    if (end === line.length) return end - 1
    if (/^\s+["#]|^\s+$/.test(line.slice(end)) && quotes.length % 2 === 1) return end - 1
  }
  return line.length
}

function unquoted(text: string): string {
  const single = text.replaceAll('""', '"').trim()
  return /^"[^"]*"$/.test(single) ? single.slice(1, -1).trim() : single
}

/** The texts of one line. */
export function textsOf(line: string): string[] {
  const text = line.trim()
  if (text === '' || text.startsWith('#')) return []
  if (!text.startsWith('"')) return [text.replace(/\s#.*$/, '').trim()]
  const end = closing(text)
  return [unquoted(text.slice(1, end)), ...textsOf(text.slice(end + 1))]
}

/** The names and the title that the texts after the papers say; refuses when their number is off. */
export function electionNames(reading: BltReading): { names: string[]; title: string } | null {
  const texts = reading.texts.flatMap(({ bytes }) => textsOf(decoded(bytes)))
  const { candidates } = reading
  if (texts.length <= 1) {
    const nicks = [...reading.nicks.keys()]
    const names = Array.from({ length: candidates }, (_, index) => nicks[index] ?? `${index + 1}`)
    return candidates === 1 && texts[0]
      ? { names: texts, title: '' }
      : { names, title: texts[0] ?? '' }
  }
  if (texts.length < candidates) {
    refuseBlt(reading, 0, `there are ${texts.length} names for ${candidates} candidates`)
    return null
  }
  return { names: texts.slice(0, candidates), title: texts[candidates] ?? '' }
}
