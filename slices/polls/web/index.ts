/** The places of polls on the web, and their parts of other pages. */
import type { Part } from '#web/kit/Parts.tsx'
import type { Place } from '#web/kit/places.ts'

export const places: readonly Place[] = [
  { path: '/circles/$circle/polls', load: () => import('./ListPage.tsx') },
  { path: '/circles/$circle/polls/new', load: () => import('./NewPage.tsx') },
  { path: '/polls/$poll', load: () => import('./PollPage.tsx') },
  { path: '/polls/$poll/change', load: () => import('./ChangePage.tsx') },
]

export const parts: readonly Part[] = [
  { name: 'polls', of: 'circle', order: 22, load: () => import('./CirclePolls.tsx') },
  { name: 'poll', of: 'gathering', order: 20, load: () => import('./OfGathering.tsx') },
]
