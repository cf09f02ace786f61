/** The places of circles on the web. */
import { msg } from '@lingui/core/macro'
import { i18n } from '@lingui/core'
import type { Part } from '#web/kit/Parts.tsx'
import type { Place, Way } from '#web/kit/places.ts'

export const places: readonly Place[] = [
  { path: '/circles', load: () => import('./CirclesPage.tsx') },
  { path: '/circles/$circle', load: () => import('./CirclePage.tsx') },
]

export const ways: readonly Way[] = [
  { to: '/circles', label: () => i18n._(msg`Circles`), order: 30 },
]

export const parts: readonly Part[] = [
  { name: 'co-op', of: 'circle', order: 10, load: () => import('./CoopPart.tsx') },
]
