/**
 * Finding words in the chat: all words of the question stand in a line, in any order, without
 * regard to case and accents. Withdrawn and hidden lines have no words. The chat is at hand
 * wherever a room is, so no index is kept beside it; what a line reads as is worked out once.
 */
import { plain } from '#kernel/text.ts'
import { backwards } from './lines.ts'
import type { Line, Room } from './state.ts'

const readings = new WeakMap<Line, string>()

function readingOf(line: Line): string {
  const known = readings.get(line)
  if (known !== undefined) return known
  const reading = plain(line.text)
  readings.set(line, reading)
  return reading
}

/** At most `limit` lines in which all of these words stand, the latest first; `before` a number. */
export function findLines(room: Room, words: string, limit: number, before?: number): Line[] {
  const wanted = plain(words).split(/\s+/u).filter(Boolean)
  if (wanted.length === 0) return []
  const found: Line[] = []
  for (const line of backwards(room.chat.lines)) {
    if (found.length >= limit) break
    if (before !== undefined && line.seq >= before) continue
    const reading = readingOf(line)
    if (wanted.every((word) => reading.includes(word))) found.push(line)
  }
  return found
}
