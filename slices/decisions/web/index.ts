/** The places of decisions on the web, and their part of a circle's page. */
import type { Part } from '#web/kit/Parts.tsx'
import type { Place } from '#web/kit/places.ts'

export const places: readonly Place[] = [
  { path: '/circles/$circle/decisions', load: () => import('./ListPage.tsx') },
  { path: '/circles/$circle/decisions/new', load: () => import('./NewPage.tsx') },
  { path: '/circles/$circle/decisions/what-if', load: () => import('./WhatIfPage.tsx') },
  { path: '/circles/$circle/decisions/import', load: () => import('./ImportPage.tsx') },
  { path: '/decisions/$decision', load: () => import('./DecisionPage.tsx') },
  { path: '/decisions/$decision/text', load: () => import('./TextPage.tsx') },
  { path: '/decisions/$decision/what-if', load: () => import('./WhatIfOnePage.tsx') },
  { path: '/decisions/$decision/roll', load: () => import('./RollPage.tsx') },
]

export const parts: readonly Part[] = [
  { name: 'vote', of: 'vote', order: 10, load: () => import('./Vote.tsx') },
  { name: 'decisions', of: 'circle', order: 20, load: () => import('./CircleDecisions.tsx') },
  { name: 'ballot-links', of: 'me', order: 10, load: () => import('./MyLinks.tsx') },
]
