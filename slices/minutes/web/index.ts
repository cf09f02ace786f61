/** The places of minutes on the web. */
import { msg } from '@lingui/core/macro'
import { i18n } from '@lingui/core'
import type { Place, Way } from '#web/kit/places.ts'

export const places: readonly Place[] = [
  {
    path: '/minutes/$minutes',
    load: () => import('./MinutesPage.tsx').then(({ MinutesPage }) => ({ Page: MinutesPage })),
  },
  {
    path: '/memory',
    load: () => import('./MemoryPage.tsx').then(({ MemoryPage }) => ({ Page: MemoryPage })),
  },
  {
    path: '/memory/import',
    load: () => import('./ImportPage.tsx').then(({ ImportPage }) => ({ Page: ImportPage })),
  },
]

export const ways: readonly Way[] = [{ to: '/memory', label: () => i18n._(msg`Memory`), order: 60 }]
