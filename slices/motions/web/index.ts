/** What motions put into the room. */
import type { Part } from '#web/kit/Parts.tsx'
import type { Place } from '#web/kit/places.ts'

export const places: readonly Place[] = []
export const parts: readonly Part[] = [
  { name: 'motions', of: 'room-stage', order: 5, load: () => import('./Floor.tsx') },
  { name: 'motions', of: 'room-bar', order: 20, load: () => import('./MoveButton.tsx') },
]
