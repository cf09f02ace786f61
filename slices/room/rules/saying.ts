/** Saying, editing, withdrawing, hiding (the law stands in chat.ts). */
import { type Change, type Fact, happenAll, type Refusal, refuse } from '#kernel/change.ts'
import { type Instant, msBetween, SECOND } from '#kernel/clock.ts'
import type { Who } from './call.ts'
import {
  chatClosed,
  chatOpened,
  chatSlowed,
  lineEdited,
  lineSaid,
  lineShown,
  reacted,
  reactionTakenBack,
} from './chat.ts'
import { isFacilitator, personOf, unlessFacilitator, unlessHere } from './glance.ts'
import { backwards, chunked, countLines, lineAt, linesBefore } from './lines.ts'
import type { Line, Room } from './state.ts'

/** Seconds that somebody still waits before the next line of a slowed chat. */
export function secondsToWait(room: Room, who: Who, now: Instant): number {
  const wait = room.chat.slowSeconds * SECOND
  if (wait === 0 || isFacilitator(room, who)) return 0
  for (const line of backwards(room.chat.lines)) {
    const since = msBetween(line.at, now)
    if (since >= wait) return 0
    if (line.who === who) return Math.ceil((wait - since) / SECOND)
  }
  return 0
}

export type Saying = { text: string; reply?: number | null; mentions?: readonly Who[] }

/** Says a line to everybody. */
export function say(
  room: Room,
  who: Who,
  { text, reply, mentions = [] }: Saying,
  now: Instant,
): Change {
  const refusal = unlessHere(room, who)
  if (refusal) return refusal
  if (room.chat.closed && !isFacilitator(room, who)) return refuse('chat-closed')
  const wait = secondsToWait(room, who, now)
  if (wait > 0) return refuse('chat-slow', { wait })
  if (reply && !lineAt(room.chat.lines, reply)) return refuse('no-such-line')
  const known = [...new Set(mentions)].filter((one) => personOf(room, one)).slice(0, 50)
  return happenAll(
    lineSaid.of({
      who,
      text,
      ...(reply ? { reply } : {}),
      ...(known.length > 0 ? { mentions: known } : {}),
    }),
  )
}

function standing(room: Room, seq: number): Line | Refusal {
  const line = lineAt(room.chat.lines, seq)
  if (!line) return refuse('no-such-line')
  return line.withdrawn || line.hidden ? refuse('line-gone') : line
}

/** Edits one's own line. */
export function editLine(room: Room, who: Who, seq: number, text: string): Change {
  const refusal = unlessHere(room, who)
  if (refusal) return refusal
  const line = standing(room, seq)
  if ('refused' in line) return line
  if (line.who !== who) return refuse('not-your-line')
  if (room.chat.closed && !isFacilitator(room, who)) return refuse('chat-closed')
  return line.text === text ? happenAll() : happenAll(lineEdited.of({ line: seq, text }))
}

export type Redaction = { seq: number; stands: Record<string, unknown> }
/** Entries whose words go, and what goes to the record of facilitators instead. */
export type Going = { redactions: Redaction[]; care: Fact[] }

/** What of the record holds the words of a line, and what stands there once they are gone. */
export function lineRedactions(line: Line, stands: Record<string, unknown>): Redaction[] {
  const edits = line.edits.map((seq) => ({ seq, stands: { line: line.seq } }))
  const { who, reply, seq } = line
  return [...edits, { seq, stands: { who, text: '', reply, ...stands } }]
}

function going(line: Line, stands: Record<string, unknown>, care: Fact[] = []): Going {
  return { redactions: lineRedactions(line, stands), care }
}

/** Withdraws one's own line: which entries are redacted. */
export function withdrawLine(room: Room, who: Who, seq: number): Going | Refusal {
  const refusal = unlessHere(room, who)
  if (refusal) return refusal
  const line = lineAt(room.chat.lines, seq)
  if (!line || line.withdrawn) return refuse(line ? 'line-gone' : 'no-such-line')
  return line.who === who ? going(line, { withdrawn: true }) : refuse('not-your-line')
}

/** A facilitator hides a line, with a reason; its words move to the record of the facilitators. */
export function hideLine(room: Room, by: Who, seq: number, reason: string): Going | Refusal {
  const refusal = unlessFacilitator(room, by)
  if (refusal) return refusal
  const line = standing(room, seq)
  if ('refused' in line) return line
  const kept: Fact = {
    kind: 'care.line-hidden',
    data: { line: seq, who: line.who, text: line.text, reason, by },
  }
  return going(line, { hidden: { reason, by } }, [kept])
}

/** A facilitator shows a hidden line again; `text` is what the facilitators' record kept of it. */
export function showLine(room: Room, by: Who, seq: number, text: string): Change {
  const refusal = unlessFacilitator(room, by)
  if (refusal) return refusal
  const line = lineAt(room.chat.lines, seq)
  if (!line?.hidden) return refuse('no-such-line')
  return happenAll(lineShown.of({ line: seq, text, by }))
}

/** Reacts to a line, or takes the reaction back when it stands. */
export function reactTo(room: Room, who: Who, seq: number, emoji: string): Change {
  const refusal = unlessHere(room, who)
  if (refusal) return refusal
  const line = standing(room, seq)
  if ('refused' in line) return line
  const stands = line.reactions.some((one) => one.emoji === emoji && one.who.includes(who))
  const kind = stands ? reactionTakenBack : reacted
  if (
    !stands &&
    line.reactions.length >= 20 &&
    !line.reactions.some((one) => one.emoji === emoji)
  ) {
    return refuse('reactions-full')
  }
  return happenAll(kind.of({ line: seq, who, emoji }))
}

export function slowChat(room: Room, by: Who, seconds: number): Change {
  return unlessFacilitator(room, by) ?? happenAll(chatSlowed.of({ seconds, by }))
}

export function closeChat(room: Room, by: Who): Change {
  return unlessFacilitator(room, by) ?? happenAll(chatClosed.of({ by }))
}

export function reopenChat(room: Room, by: Who): Change {
  return unlessFacilitator(room, by) ?? happenAll(chatOpened.of({ by }))
}

const LAST_PAGE = 100

/** The room with the last page of its chat only: what a page that comes late is given. */
export function lastPage(room: Room): Room {
  const { lines, earlier } = room.chat
  const page = linesBefore(lines, Number.POSITIVE_INFINITY, LAST_PAGE)
  const more = earlier + countLines(lines) - page.length
  return { ...room, chat: { ...room.chat, lines: chunked(page), earlier: more } }
}
