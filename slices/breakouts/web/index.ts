/** What breakouts put into the room. */
import type { Part } from '#web/kit/Parts.tsx'
import type { Place } from '#web/kit/places.ts'

export const places: readonly Place[] = []
export const parts: readonly Part[] = [
  { name: 'breakouts', of: 'room-stage', order: 5, load: () => import('./OnStage.tsx') },
  { name: 'breakouts', of: 'room-steer', order: 10, load: () => import('./SteerButton.tsx') },
  { name: 'breakouts', of: 'projector', order: 30, load: () => import('./OnProjector.tsx') },
]
