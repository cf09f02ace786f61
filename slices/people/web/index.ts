/** The places of people on the web. */
import type { Place } from '#web/kit/places.ts'

export const places: readonly Place[] = [
  { path: '/sign-in', load: () => import('./SignInPage.tsx') },
  { path: '/link', load: () => import('./LinkPage.tsx') },
  { path: '/records', load: () => import('./RecordsPage.tsx') },
  { path: '/me', load: () => import('./MePage.tsx') },
]
