/** The places of standing on the web, and its part of a circle's page. */
import type { Part } from '#web/kit/Parts.tsx'
import type { Place, Way } from '#web/kit/places.ts'

export const places: readonly Place[] = [
  { path: '/circles/$circle/standing/$member', load: () => import('./StandingPage.tsx') },
  { path: '/circles/$circle/standings', load: () => import('./KeepingPage.tsx') },
  { path: '/circles/$circle/evidence', load: () => import('./EvidencePage.tsx') },
  { path: '/circles/$circle/paying', load: () => import('./PayingPage.tsx') },
  { path: '/circles/$circle/roll', load: () => import('./RollPage.tsx') },
]
export const ways: readonly Way[] = []

export const parts: readonly Part[] = [
  { name: 'standing', of: 'circle', side: true, order: 20, load: () => import('./Beside.tsx') },
]
