/** What slides put into the room. */
import type { Part } from '#web/kit/Parts.tsx'
import type { Place } from '#web/kit/places.ts'

export const places: readonly Place[] = []
export const parts: readonly Part[] = [
  { name: 'slides', of: 'room-now', order: 10, load: () => import('./NowSlide.tsx') },
  { name: 'slides', of: 'room-head', order: 5, load: () => import('./Switch.tsx') },
  { name: 'slides', of: 'room-stage', order: 5, load: () => import('./Slide.tsx') },
  { name: 'slides', of: 'room-bar', order: 20, load: () => import('./SlidesBar.tsx') },
  { name: 'slides', of: 'projector', order: 10, load: () => import('./ProjectedSlide.tsx') },
]
