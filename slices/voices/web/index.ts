/** What voices put into the room. */
import type { Part } from '#web/kit/Parts.tsx'
import type { Place } from '#web/kit/places.ts'

export const places: readonly Place[] = []
export const parts: readonly Part[] = [
  { name: 'voices', of: 'room-head', order: 10, load: () => import('./SoundWord.tsx') },
  { name: 'voices', of: 'room-stage', order: 10, load: () => import('./Faces.tsx') },
  { name: 'voices', of: 'room-bar', order: 10, load: () => import('./VoiceBar.tsx') },
  { name: 'voices', of: 'projector', order: 20, load: () => import('./OnProjector.tsx') },
]
