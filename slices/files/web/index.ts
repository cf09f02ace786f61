/** The places of files on the web: parts of the pages of circles and gatherings. */
import type { Part } from '#web/kit/Parts.tsx'
import type { Place, Way } from '#web/kit/places.ts'

export const places: readonly Place[] = []
export const ways: readonly Way[] = []
export const parts: readonly Part[] = [
  { name: 'files', of: 'circle', order: 40, load: () => import('./CircleFiles.tsx') },
  { name: 'files', of: 'gathering', order: 40, load: () => import('./GatheringFiles.tsx') },
]
