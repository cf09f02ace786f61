/** The places of constitutions on the web. */
import type { Part } from '#web/kit/Parts.tsx'
import type { Place, Way } from '#web/kit/places.ts'

export const places: readonly Place[] = [
  { path: '/circles/$circle/rules', load: () => import('./ReadPage.tsx') },
  { path: '/circles/$circle/rules/edit', load: () => import('./EditPage.tsx') },
  { path: '/circles/$circle/rules/compare', load: () => import('./ComparePage.tsx') },
]
export const ways: readonly Way[] = []
export const parts: readonly Part[] = [
  { name: 'rules', of: 'circle', side: true, order: 20, load: () => import('./RulesPart.tsx') },
]
