/** The places of notes on the web. */
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
