/** The places of notes on the web. */
import type { Part } from '#web/kit/Parts.tsx'
import type { Place, Way } from '#web/kit/places.ts'

export const places: readonly Place[] = [
  {
    path: '/notes/$note',
    load: () => import('./NotePage.tsx').then(({ NotePage }) => ({ Page: NotePage })),
  },
  {
    path: '/notes/$note/history',
    load: () =>
      import('./history/HistoryPage.tsx').then(({ HistoryPage }) => ({ Page: HistoryPage })),
  },
]
export const ways: readonly Way[] = []
export const parts: readonly Part[] = [
  { name: 'notes', of: 'circle', order: 30, load: () => import('./life/CircleNotes.tsx') },
  { name: 'notes', of: 'gathering', order: 30, load: () => import('./life/GatheringNotes.tsx') },
  { name: 'bring-in', of: 'circle', order: 31, load: () => import('./exchange/CircleImport.tsx') },
  {
    name: 'bring-in',
    of: 'gathering',
    order: 31,
    load: () => import('./exchange/GatheringImport.tsx'),
  },
]
