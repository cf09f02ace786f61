/** Hands: asking for the floor, ordering who asked (the law stands in stack.ts). */
import { type Change, happenAll, refuse } from '#kernel/change.ts'
import type { Instant } from '#kernel/clock.ts'
import { Who } from './call.ts'
import { giveFloor } from './giving.ts'
import { isHere, unlessFacilitator, unlessSpeaksFor } from './glance.ts'
import {
  floorAsked,
  nextToSpeak,
  requestWithdrawn,
  stackArranged,
  stackClosed,
  stackOpened,
  stackOrdered,
} from './stack.ts'
import type { RequestKind, Room, StackOrder } from './state.ts'

/** Asks for the floor, or changes what for; `by`: whose device is the microphone at which they sit. */
export function askForFloor(room: Room, who: Who, kind: RequestKind, by: Who = who): Change {
  const refusal = unlessSpeaksFor(room, by, who)
  if (refusal) return refusal
  if (!isHere(room, who)) return refuse('nobody-by-that-id')
  const before = room.stack.requests.find((request) => request.who === who)
  if (!before && room.stack.closed) return refuse('stack-closed')
  if (before?.kind === kind) return happenAll()
  return happenAll(floorAsked.of({ who, kind }))
}

/** Takes a request back: one's own, or a facilitator anybody's. */
export function withdrawRequest(room: Room, by: Who, who: Who): Change {
  const refusal = unlessSpeaksFor(room, by, who)
  if (refusal) return refusal
  if (!room.stack.requests.some((request) => request.who === who)) return happenAll()
  return happenAll(requestWithdrawn.of({ who, by }))
}

/** A facilitator chooses how the stack is ordered. */
export function orderStack(room: Room, by: Who, order: StackOrder): Change {
  return unlessFacilitator(room, by) ?? happenAll(stackOrdered.of({ order, by }))
}

/** A facilitator arranges the stack by hand. */
export function arrangeStack(room: Room, by: Who, who: readonly Who[]): Change {
  return unlessFacilitator(room, by) ?? happenAll(stackArranged.of({ who: [...who], by }))
}

export function closeStack(room: Room, by: Who): Change {
  return unlessFacilitator(room, by) ?? happenAll(stackClosed.of({ by }))
}

export function reopenStack(room: Room, by: Who): Change {
  return unlessFacilitator(room, by) ?? happenAll(stackOpened.of({ by }))
}

/**
 * A facilitator gives the floor to who is next. `believed` is whom the facilitator saw as next:
 * when it is somebody else by now, nothing happens but a refusal.
 */
export function giveNext(room: Room, by: Who, believed: Who | null, now: Instant): Change {
  const refusal = unlessFacilitator(room, by)
  if (refusal) return refusal
  const next = nextToSpeak(room, now)[0]
  if (!next) return refuse('nobody-waits')
  if (believed && believed !== next) return refuse('next-has-changed', { next })
  return giveFloor(room, by, { who: [next] })
}
