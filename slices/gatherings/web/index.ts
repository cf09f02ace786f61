/** The places of gatherings on the web, before they are lived. */
import { t } from '@lingui/core/macro'
import type { Place, Way } from '#web/kit/places.ts'

export const places: readonly Place[] = [
  {
    path: '/gatherings',
    load: () => import('./ListPage.tsx').then(({ ListPage }) => ({ Page: ListPage })),
  },
  {
    path: '/gatherings/call',
    load: () => import('./CallPage.tsx').then(({ CallPage }) => ({ Page: CallPage })),
  },
  {
    path: '/gatherings/subscribe',
    load: () => import('./FeedsPage.tsx').then(({ FeedsPage }) => ({ Page: FeedsPage })),
  },
  {
    path: '/gatherings/$gathering',
    load: () =>
      import('./GatheringPage.tsx').then(({ GatheringPage }) => ({ Page: GatheringPage })),
  },
  {
    path: '/gatherings/$gathering/change',
    load: () => import('./ChangePage.tsx').then(({ ChangePage }) => ({ Page: ChangePage })),
  },
]

export const ways: readonly Way[] = [{ to: '/gatherings', label: () => t`Gatherings`, order: 20 }]
