/**
 * Standing by for a room that one is to go into: the line is made before, silent, so that at the
 * going only what is sent has to move. Each begins at a moment of its own, so that a hall that goes
 * in one instant need not knock in it.
 */
import type { Devices } from './devices.ts'
import type { Held, Way } from './inCall.ts'
import { wayTo } from './lineTo.ts'

const SPREAD_MS = 2000

export type Standby = {
  room: string
  /** The line, made now if it is not yet; null when it can't be. */
  way: () => Promise<Way | null>
  /** Nobody goes there: what was made is left. */
  cancel: () => void
}

/** Stands by for a room; the line is made within two seconds. */
export function standBy(held: Held, room: string, devices: Devices): Standby {
  let making: Promise<Way | null> | null = null
  const way = () => (making ??= wayTo(held, room, devices))
  const timer = setTimeout(() => void way(), Math.random() * SPREAD_MS)
  return {
    room,
    way() {
      clearTimeout(timer)
      return way()
    },
    cancel() {
      clearTimeout(timer)
      void making?.then((one) => one?.line.leave(true))
    },
  }
}
