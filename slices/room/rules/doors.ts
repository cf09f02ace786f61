/** When the doors are open, and for whom. */
import { type Refusal, refuse } from '#kernel/change.ts'
import { HOUR, type Instant, plus } from '#kernel/clock.ts'
import type { Room } from './state.ts'

/** How long before the start those who shape a gathering may come in to prepare. */
const EARLY_MS = 2 * HOUR

export type Doors = {
  phase: 'coming' | 'open' | 'past' | 'cancelled'
  startsAt: Instant
  opensAt: Instant
}

/**
 * Refuses while the doors are closed: before they open, after the gathering was called off, or long
 * after an end at which nobody had begun. A gathering that runs keeps its doors open.
 */
export function unlessDoorsOpen(
  room: Room,
  { phase, startsAt, opensAt }: Doors,
  { shapes, now }: { shapes: boolean; now: Instant },
): Refusal | null {
  if (phase === 'cancelled') return refuse('gathering-cancelled')
  if (room.endedAt) return refuse('gathering-over')
  if (phase === 'open' || room.beganAt) return null
  if (phase === 'past') return refuse('gathering-over')
  if (shapes && now >= plus(startsAt, -EARLY_MS)) return null
  return refuse('doors-closed', { opensAt })
}
