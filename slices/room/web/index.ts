/** The places of the room on the web. */
import type { Place } from '#web/kit/places.ts'

export const places: readonly Place[] = [
  {
    path: '/gatherings/$gathering/room',
    load: () => import('./RoomPage.tsx').then(({ RoomPage }) => ({ Page: RoomPage })),
    bare: true,
  },
  {
    path: '/wall',
    load: () => import('./projector/WallPage.tsx').then(({ WallPage }) => ({ Page: WallPage })),
    bare: true,
  },
  {
    path: '/gatherings/$gathering/projector',
    load: () =>
      import('./projector/ProjectorPage.tsx').then(({ ProjectorPage }) => ({
        Page: ProjectorPage,
      })),
    bare: true,
  },
]
