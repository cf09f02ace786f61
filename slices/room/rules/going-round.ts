/** Rounds (their law stands in floor.ts). */
import { type Change, happenAll, refuse } from '#kernel/change.ts'
import type { Who } from './call.ts'
import { roundClosed, roundOpened, roundPassed } from './floor.ts'
import { isHere, unlessFacilitator, unlessSpeaksFor } from './glance.ts'
import type { Room } from './state.ts'

/** A facilitator opens a round: everybody in `order` once. */
export function openRound(
  room: Room,
  by: Who,
  order: readonly Who[],
  seconds: number | null,
): Change {
  const refusal = unlessFacilitator(room, by)
  if (refusal) return refusal
  if (!order.every((who) => isHere(room, who))) return refuse('nobody-by-that-id')
  return happenAll(roundOpened.of({ order: [...order], seconds, by }))
}

/** Somebody passes in a round, or a facilitator passes over them. */
export function passInRound(room: Room, by: Who, who: Who): Change {
  const refusal = unlessSpeaksFor(room, by, who)
  if (refusal) return refusal
  if (!room.floor.round?.left.includes(who)) return refuse('not-in-the-round')
  return happenAll(roundPassed.of({ who, by }))
}

/** A facilitator closes the round before its end. */
export function closeRound(room: Room, by: Who): Change {
  return unlessFacilitator(room, by) ?? happenAll(roundClosed.of({ by }))
}
