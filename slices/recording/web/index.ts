/** What recording puts into the room and on the page of a gathering, and its own page. */
import type { Part } from '#web/kit/Parts.tsx'
import type { Place } from '#web/kit/places.ts'

export const places: readonly Place[] = [
  {
    path: '/gatherings/$gathering/recording',
    load: () =>
      import('./RecordingPage.tsx').then(({ RecordingPage }) => ({ Page: RecordingPage })),
  },
]
export const parts: readonly Part[] = [
  { name: 'recording', of: 'room-now', order: 30, load: () => import('./RecordingSign.tsx') },
  { name: 'recording', of: 'room-stage', order: 1, load: () => import('./Question.tsx') },
  { name: 'recording', of: 'minutes', order: 35, load: () => import('./Recorded.tsx') },
  { name: 'recording', of: 'gathering', order: 35, load: () => import('./Recorded.tsx') },
]
