/** A clock that runs as ours does and can still be moved: for stories with a real browser. */
import type { MovableClock } from '#kernel/clock.ts'

export function runningClock(): MovableClock {
  let ahead = 0
  return {
    now: () => new Date(Date.now() + ahead).toISOString(),
    set: (at) => {
      ahead = Date.parse(at) - Date.now()
    },
    pass: (ms) => {
      ahead += ms
    },
  }
}
