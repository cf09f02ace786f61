/**
 * A saved public chat of BigBlueButton, in both of its grammars, read line by line.
 * 1. 2.2 writes `[HH:MM] NAME : TEXT`; 3.0 writes `[HH:MM] [NAME : ROLE]: TEXT`, and before the first
 *    line perhaps `system: WELCOME`. A file is 3.0 when more of its lines are.
 * 2. A line without a time goes on with what stands before it; an empty line inside a message is an
 *    empty line of the message.
 * 3. A clear marker is kept as the moment when the chat was cleared, in whatever language it says so.
 * 4. A line of 3.0 with a time and no name is a notice of the system. A line of 2.2 with a time and no
 *    name, and one with a time that no clock shows, can't be read: it is reported, with its text.
 * 5. Each physical line ends as exactly one of: message, continuation, blank, clear, system, unread.
 *    Nothing else happens to a line, so their numbers add up to the lines of the file.
 * 6. Names and words stay as they stand, save control characters and hidden direction marks.
 */
import type { Instant } from '#kernel/clock.ts'
import { type WallClock, wallClock } from './chat-clock.ts'
import { seen, type Raw, rawLines, isClear, type Speech, speechReader } from './chat-lines.ts'

export const FATES = ['message', 'continuation', 'blank', 'clear', 'system', 'unread'] as const

export type Fate = (typeof FATES)[number]

export type Grammar = '2.2' | '3.0'

export type ChatRole = 'moderator' | 'viewer'

export type SavedLine = {
  /** The number of its first physical line, from 1. */
  line: number
  at: Instant
  name: string
  role: ChatRole | null
  text: string
}

export type Notice = { line: number; at: Instant | null; kind: 'clear' | 'system'; text: string }

export type Unread = { line: number; text: string }

export type SavedChat = {
  grammar: Grammar
  /** Physical lines of the file. */
  lines: number
  /** What became of each physical line, in order. */
  fates: Fate[]
  messages: SavedLine[]
  notices: Notice[]
  unread: Unread[]
  /** Names in the order in which they first wrote. */
  people: string[]
}

export type Placed = { date: string; zone: string }

/** What a line without a time goes on with, and what such a line is then. */
type Open = { add(text: string): void; fate: Fate; blanks: number }

type Reading = {
  chat: SavedChat
  people: Set<string>
  clock: WallClock
  speechOf(raw: Raw): Speech | null
  open: Open | null
  /** No stamped line yet. */
  head: boolean
}

/** Reads a whole file; `date` is the day of its first line, in `zone`. Never fails. */
export function readChat(text: string, { date, zone }: Placed): SavedChat {
  const raws = rawLines(text)
  const modern = raws.filter((raw) => raw.modern).length
  const stamped = raws.filter((raw) => raw.stamp).length
  const grammar: Grammar = modern > 0 && modern * 2 >= stamped ? '3.0' : '2.2'
  const reading: Reading = {
    chat: { grammar, lines: 0, fates: [], messages: [], notices: [], unread: [], people: [] },
    people: new Set(),
    clock: wallClock(date, zone),
    speechOf: speechReader(raws, grammar),
    open: null,
    head: true,
  }
  const fates = raws.map((raw, index) =>
    raw.stamp ? stampedLine(reading, raw, index + 1) : looseLine(reading, raw.text, index + 1),
  )
  return { ...reading.chat, fates, lines: raws.length, people: [...reading.people] }
}

function keepUnread({ chat }: Reading, text: string, line: number): Fate {
  chat.unread.push({ line, text: seen(text) })
  return 'unread'
}

function stampedLine(reading: Reading, raw: Raw, line: number): Fate {
  const { hours, minutes, rest } = raw.stamp ?? { hours: 99, minutes: 99, rest: '' }
  reading.open = null
  reading.head = false
  if (hours > 23 || minutes > 59) return keepUnread(reading, raw.text, line)
  const speech = reading.speechOf(raw)
  const cleared = !speech && isClear(rest)
  if (!speech && !cleared && reading.chat.grammar === '2.2')
    return keepUnread(reading, raw.text, line)
  const at = reading.clock.read(hours * 60 + minutes)
  if (speech) return openMessage(reading, speech, { at, line })
  return openNotice(reading, { line, at, kind: cleared ? 'clear' : 'system', text: seen(rest) })
}

function openMessage(
  reading: Reading,
  { name, role, text }: Speech,
  { at, line }: { at: Instant; line: number },
): Fate {
  const message: SavedLine = { line, at, name, role, text: seen(text) }
  reading.chat.messages.push(message)
  reading.people.add(name)
  const add = (more: string) => {
    message.text += more
  }
  reading.open = { fate: 'continuation', blanks: 0, add }
  return 'message'
}

function openNotice(reading: Reading, notice: Notice): Fate {
  reading.chat.notices.push(notice)
  const add = (more: string) => {
    notice.text += more
  }
  reading.open = notice.kind === 'system' ? { fate: 'system', blanks: 0, add } : null
  return notice.kind
}

function looseLine(reading: Reading, text: string, line: number): Fate {
  const { open } = reading
  if (text.trim() === '') {
    if (open) open.blanks += 1
    return 'blank'
  }
  if (reading.head && /^ ?system:( |$)/.test(text)) {
    return openNotice(reading, { line, at: null, kind: 'system', text: seen(text).trim() })
  }
  if (!open) return keepUnread(reading, text, line)
  open.add(`${'\n'.repeat(open.blanks + 1)}${seen(text)}`)
  open.blanks = 0
  return open.fate
}

/** How many lines ended as what. */
export function countFates(fates: readonly Fate[]): Record<Fate, number> {
  const counts = { message: 0, continuation: 0, blank: 0, clear: 0, system: 0, unread: 0 }
  for (const fate of fates) counts[fate] += 1
  return counts
}
