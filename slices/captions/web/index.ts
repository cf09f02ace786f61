/** What captions put into the room. */
import type { Part } from '#web/kit/Parts.tsx'
import type { Place } from '#web/kit/places.ts'

export const places: readonly Place[] = []
export const parts: readonly Part[] = [
  { name: 'captions', of: 'room-now', order: 20, load: () => import('./CaptionsButton.tsx') },
  { name: 'captions', of: 'projector', order: 30, load: () => import('./OnProjector.tsx') },
  { name: 'captions', of: 'room-stage', order: 20, load: () => import('./CaptionsView.tsx') },
]
