/** The places of the membrane on the web, and its part on the page of a circle. */
import type { Part } from '#web/kit/Parts.tsx'
import type { Place } from '#web/kit/places.ts'

export const places: readonly Place[] = [
  { path: '/circles/$circle/come-in/$class', load: () => import('./ComeInPage.tsx') },
  { path: '/circles/$circle/door', load: () => import('./DoorPage.tsx') },
  { path: '/applications/$application', load: () => import('./ApplicationPage.tsx') },
  { path: '/circles/$circle/ways-out', load: () => import('./WaysOutPage.tsx') },
  { path: '/exclusions/$exclusion', load: () => import('./CasePage.tsx') },
  { path: '/join', load: () => import('./JoinPage.tsx') },
]

export const parts: readonly Part[] = [
  {
    name: 'membrane',
    of: 'circle',
    side: true,
    order: 10,
    load: () => import('./MyPlace.tsx'),
  },
  {
    name: 'bring-in',
    of: 'circle',
    side: true,
    order: 90,
    load: () => import('./Bring.tsx'),
  },
]
