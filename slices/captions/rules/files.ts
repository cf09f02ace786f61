/**
 * Captions as files.
 * 1. WebVTT (W3C): each line is a cue from when it was begun, in time since the gathering began; it
 *    stays until the next one begins, as long as it takes to read (15 characters a second), and for
 *    one second at least and seven at most. Cues stand in the order in which they begin.
 * 2. As text: each line on its own, with its time and whose words it gives.
 * 3. Hidden lines are left out.
 */
import type { Instant } from '#kernel/clock.ts'
import type { Line } from './captions.ts'

const CHARACTERS_A_SECOND = 15
const SHORTEST_MS = 1000
const LONGEST_MS = 7000

/** 01:02:03.045 */
function stamp(ms: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  const rest = String(ms % 1000).padStart(3, '0')
  return `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}.${rest}`
}

/** Words for a cue: no line of it may look like another part of the file. */
const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/\s+/g, ' ')

export type About = {
  language: string
  /** When time began: the begin of the gathering. */
  start: Instant
  nameOf: (who: string) => string
}

const shown = (lines: readonly Line[]) =>
  lines
    .filter(({ hidden, text }) => !hidden && text !== '')
    .toSorted((a, b) => a.from.localeCompare(b.from) || a.seq - b.seq)

/** Milliseconds since the start, never before it. */
const since = (start: Instant, at: Instant) => Math.max(0, Date.parse(at) - Date.parse(start))

/** Law 1. */
export function vttOf(lines: readonly Line[], { language, start, nameOf }: About): string {
  const all = shown(lines)
  const cues = all.map(({ text, speaker, from }, place) => {
    const begins = since(start, from)
    const next = all[place + 1]
    const read = Math.ceil(([...text].length / CHARACTERS_A_SECOND) * 1000)
    const stays = Math.min(LONGEST_MS, Math.max(SHORTEST_MS, read))
    const till = next ? Math.min(begins + stays, since(start, next.from)) : begins + stays
    const name = speaker ? escaped(nameOf(speaker)) : ''
    const words = name ? `<v ${name}>${escaped(text)}` : escaped(text)
    return `${stamp(begins)} --> ${stamp(Math.max(till, begins + SHORTEST_MS))}\n${words}\n`
  })
  return [`WEBVTT\nLanguage: ${language}\n`, ...cues].join('\n')
}

/** Law 2. */
export function textOf(lines: readonly Line[], { start, nameOf }: About): string {
  return shown(lines)
    .map(({ text, speaker, from }) => {
      const [time = ''] = stamp(since(start, from)).split('.')
      return `${time} ${speaker ? `${nameOf(speaker)}: ` : ''}${text.replaceAll(/\s+/g, ' ')}\n`
    })
    .join('')
}
