/**
 * The temperature of the room: signals that somebody shows and that stay until taken back.
 * 1. Agree, unsure and disagree exclude each other; the other signals stand beside any.
 * 2. A signal stays until it is taken back, until its owner leaves, or until a facilitator clears all.
 * 3. Counted are those who are in the room; who lost the line counts again when back.
 */
import { z } from 'zod'
import { Who } from './call.ts'
import { isHere } from './glance.ts'
import { happening } from './happening.ts'
import { emptyRoom, type Room, type Signal, SIGNALS, type Temperature } from './state.ts'

const STANCES: readonly Signal[] = ['agree', 'unsure', 'disagree']

const Shown = z.object({ who: Who, signal: z.enum(SIGNALS) })

export const signalShown = happening('temperature.shown', Shown, (room, { who, signal }) => {
  if (!isHere(room, who) || room.temperature[signal].includes(who)) return room
  const others = STANCES.includes(signal) ? STANCES : []
  const cleared = takeBack(room.temperature, who, others)
  return { ...room, temperature: { ...cleared, [signal]: [...cleared[signal], who] } }
})

export const signalTakenBack = happening('temperature.taken', Shown, (room, { who, signal }) => ({
  ...room,
  temperature: takeBack(room.temperature, who, [signal]),
}))

export const temperatureCleared = happening(
  'temperature.cleared',
  z.object({ by: Who }),
  (room) => ({
    ...room,
    temperature: emptyRoom.temperature,
  }),
)

export const temperatureHappenings = [signalShown, signalTakenBack, temperatureCleared]

/** A value for each signal. */
function bySignal<T>(of: (signal: Signal) => T): Record<Signal, T> {
  return {
    agree: of('agree'),
    unsure: of('unsure'),
    disagree: of('disagree'),
    slower: of('slower'),
    louder: of('louder'),
    question: of('question'),
  }
}

/** The temperature without these signals of somebody. */
export function takeBack(
  temperature: Temperature,
  who: Who,
  signals: readonly Signal[] = SIGNALS,
): Temperature {
  const kept = (signal: Signal) => {
    const shown = temperature[signal]
    return signals.includes(signal) && shown.includes(who)
      ? shown.filter((one) => one !== who)
      : shown
  }
  return bySignal(kept)
}

/** How many in the room show each signal. */
export function countSignals(room: Room): Record<Signal, number> {
  return bySignal((signal) => room.temperature[signal].filter((who) => isHere(room, who)).length)
}

/** The signals that somebody shows. */
export function signalsOf(room: Room, who: Who): Signal[] {
  return SIGNALS.filter((signal) => room.temperature[signal].includes(who))
}
