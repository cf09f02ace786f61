/** The places of threads on the web, and their parts of other pages. */
import type { Part } from '#web/kit/Parts.tsx'
import type { Place } from '#web/kit/places.ts'

export const places: readonly Place[] = [
  { path: '/circles/$circle/threads', load: () => import('./ListPage.tsx') },
  { path: '/circles/$circle/threads/new', load: () => import('./NewPage.tsx') },
  { path: '/threads/new', load: () => import('./FromPage.tsx') },
  { path: '/threads/$thread', load: () => import('./ThreadPage.tsx') },
]

export const parts: readonly Part[] = [
  { name: 'threads', of: 'circle', order: 25, load: () => import('./CircleThreads.tsx') },
  { name: 'threads', of: 'gathering', order: 25, load: () => import('./FromGathering.tsx') },
  { name: 'threads', of: 'note', order: 10, load: () => import('./FromNote.tsx') },
]
