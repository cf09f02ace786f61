/** Slowing the chat, closing it (the law stands in chat.ts). */
import { type Change, happenAll } from '#kernel/change.ts'
import { type Instant, msBetween, SECOND } from '#kernel/clock.ts'
import type { Who } from './call.ts'
import { chatClosed, chatOpened, chatSlowed } from './chat.ts'
import { isFacilitator, unlessFacilitator } from './glance.ts'
import { backwards } from './lines.ts'
import type { Room } from './state.ts'

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

export function slowChat(room: Room, by: Who, seconds: number): Change {
  return unlessFacilitator(room, by) ?? happenAll(chatSlowed.of({ seconds, by }))
}

export function closeChat(room: Room, by: Who): Change {
  return unlessFacilitator(room, by) ?? happenAll(chatClosed.of({ by }))
}

export function reopenChat(room: Room, by: Who): Change {
  return unlessFacilitator(room, by) ?? happenAll(chatOpened.of({ by }))
}
