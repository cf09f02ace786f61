/** The places of the hall on the web. */
import { i18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Place, Way } from '#web/kit/places.ts'

export const places: readonly Place[] = [
  { path: '/', load: () => import('./HomePage.tsx') },
  { path: '/opening', load: () => import('./OpeningPage.tsx') },
  { path: '/outbox', load: () => import('./OutboxPage.tsx') },
  { path: '/house', load: () => import('./HousePage.tsx') },
]

export const ways: readonly Way[] = [{ to: '/', label: () => i18n._(msg`Home`), order: 0 }]
