/** The places of roles on the web, and their part of a circle's page. */
import type { Part } from '#web/kit/Parts.tsx'
import type { Place } from '#web/kit/places.ts'

export const places: readonly Place[] = [
  { path: '/circles/$circle/roles', load: () => import('./RolesPage.tsx') },
  { path: '/circles/$circle/draws/$draw', load: () => import('./DrawPage.tsx') },
  { path: '/me/roles', load: () => import('./MyRolesPage.tsx') },
]

export const parts: readonly Part[] = [
  { name: 'roles', of: 'circle', side: true, order: 30, load: () => import('./RolesBeside.tsx') },
]
