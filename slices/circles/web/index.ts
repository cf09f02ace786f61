/** The places of circles on the web. */
import { msg } from '@lingui/core/macro'
import { i18n } from '@lingui/core'
import type { Place, Way } from '#web/kit/places.ts'

export const places: readonly Place[] = [
  { path: '/circles', load: () => import('./CirclesPage.tsx') },
  { path: '/circles/$circle', load: () => import('./CirclePage.tsx') },
]

export const ways: readonly Way[] = [
  { to: '/circles', label: () => i18n._(msg`Circles`), order: 30 },
]
