/** Saying, editing, reacting (the law stands in chat.ts). */
import { type Change, happenAll, type Refusal, refuse } from '#kernel/change.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Who } from './call.ts'
import { lineEdited, lineSaid, reacted, reactionTakenBack } from './chat.ts'
import { isFacilitator, personOf, unlessHere } from './glance.ts'
import { lineAt } from './lines.ts'
import { secondsToWait } from './slowing.ts'
import type { Line, Room } from './state.ts'

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

export function standing(room: Room, seq: number): Line | Refusal {
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
