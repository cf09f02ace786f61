/** Giving and taking the floor (its law stands in floor.ts). */
import { type Change, happenAll, refuse } from '#kernel/change.ts'
import type { Who } from './call.ts'
import { floorEnded, floorGiven, turnExtended, turnLength, turnSet } from './floor.ts'
import { isHere, unlessFacilitator, unlessSpeaksFor } from './glance.ts'
import type { Room } from './state.ts'

export type Giving = { who: readonly Who[]; seconds?: number | null; beside?: boolean }

/** A facilitator gives the floor, to one or to several; `seconds` null is without a limit. */
export function giveFloor(room: Room, by: Who, { who, seconds, beside }: Giving): Change {
  const refusal = unlessFacilitator(room, by)
  if (refusal) return refusal
  if (who.length === 0 || !who.every((one) => isHere(room, one))) return refuse('nobody-by-that-id')
  const asked =
    who.length === 1 ? room.stack.requests.find((request) => request.who === who[0]) : undefined
  return happenAll(
    floorGiven.of({
      who: [...who],
      by,
      seconds: seconds === undefined ? turnLength(room) : seconds,
      kind: asked?.kind ?? null,
      beside: beside ?? false,
    }),
  )
}

/** The speaker says "I have finished", or a facilitator takes the floor back. */
export function endTurn(room: Room, by: Who, who: Who): Change {
  const refusal = unlessSpeaksFor(room, by, who)
  if (refusal) return refusal
  if (!room.floor.holders.some((holder) => holder.who === who)) return refuse('no-turn-to-end')
  return happenAll(floorEnded.of({ who, by }))
}

/** A facilitator lengthens a running turn by seconds. */
export function extendTurn(room: Room, by: Who, who: Who, seconds: number): Change {
  const refusal = unlessFacilitator(room, by)
  if (refusal) return refusal
  const holder = room.floor.holders.find((one) => one.who === who)
  if (!holder || holder.seconds === null) return refuse('no-turn-to-end')
  return happenAll(turnExtended.of({ who, seconds, by }))
}

/** A facilitator sets how long turns are from now on; null for as long as the item. */
export function setTurns(room: Room, by: Who, seconds: number | null): Change {
  return unlessFacilitator(room, by) ?? happenAll(turnSet.of({ seconds, by }))
}
