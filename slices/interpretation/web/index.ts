/** What interpretation puts into the room. */
import type { Part } from '#web/kit/Parts.tsx'
import type { Place } from '#web/kit/places.ts'

export const places: readonly Place[] = []
export const parts: readonly Part[] = [
  { name: 'interpretation', of: 'room-stage', order: 15, load: () => import('./Interpreted.tsx') },
  { name: 'interpretation', of: 'room-bar', order: 15, load: () => import('./Languages.tsx') },
]
