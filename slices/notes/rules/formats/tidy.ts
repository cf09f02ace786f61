/** Names, titles and times as files have them, made fit to be shown. */
import type { Instant } from '#kernel/clock.ts'

// oxlint-disable-next-line no-control-regex
const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu
const INVISIBLE = /^[\p{Cf}\p{Z}\s]*$/u

/** One line without hidden characters, at most so long; null when nothing is left to see. */
export function nameLine(given: unknown, most = 120): string | null {
  if (typeof given !== 'string') return null
  const text = given
    .slice(0, most * 8)
    .toWellFormed()
    .replaceAll(HIDDEN, ' ')
    .normalize('NFC')
    .replaceAll(/\s+/gu, ' ')
    .trim()
  const short = [...text].slice(0, most).join('')
  return INVISIBLE.test(short) ? null : short
}

const LATEST = Date.parse('2100-01-01T00:00:00Z')

/** Milliseconds since 1970 as an instant; what makes no sense is the beginning of 1970. */
export function timeOf(milliseconds: number): Instant {
  const sensible = Number.isFinite(milliseconds) && milliseconds > 0 && milliseconds < LATEST
  return new Date(sensible ? milliseconds : 0).toISOString()
}
