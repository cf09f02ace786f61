/** Showing signals and taking them back (the law stands in temperature.ts). */
import { type Change, happenAll } from '#kernel/change.ts'
import { Who } from './call.ts'
import { unlessFacilitator, unlessHere } from './glance.ts'
import type { Room, Signal } from './state.ts'
import { signalShown, signalTakenBack, temperatureCleared } from './temperature.ts'

export function showSignal(room: Room, who: Who, signal: Signal): Change {
  const refusal = unlessHere(room, who)
  if (refusal) return refusal
  return room.temperature[signal].includes(who)
    ? happenAll()
    : happenAll(signalShown.of({ who, signal }))
}

export function takeSignalBack(room: Room, who: Who, signal: Signal): Change {
  const refusal = unlessHere(room, who)
  if (refusal) return refusal
  return room.temperature[signal].includes(who)
    ? happenAll(signalTakenBack.of({ who, signal }))
    : happenAll()
}

/** A facilitator takes all signals back, for a new question. */
export function clearTemperature(room: Room, by: Who): Change {
  return unlessFacilitator(room, by) ?? happenAll(temperatureCleared.of({ by }))
}
