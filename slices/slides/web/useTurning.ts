/** Turning pages: for all by who shows them, by oneself for everybody else. */
import { placeIn } from '#slices/room/rules/place.ts'
import { useInRoom, useRoomWith } from '#slices/room/web/useRoom.ts'
import { presents } from '../rules/slides.ts'
import { lookAt, turnForAll, useSlides } from './slidesStore.ts'

/** May the reader show slides? */
export function usePresents(): boolean {
  const { me } = useInRoom()
  const room = useRoomWith('people', 'roles', 'floor', 'items', 'endedAt')
  return presents(placeIn(room, me.who))
}

export function useTurning(gathering: string) {
  const { me } = useInRoom()
  const slides = useSlides(gathering)
  const may = usePresents()
  const { shown, looking } = slides
  const leads = may && shown?.by === me.who
  const page = looking ?? shown?.page ?? 1
  const pages = shown?.pages ?? 1
  function go(to: number) {
    if (to < 1 || to > pages || to === page) return
    if (leads) void turnForAll(gathering, to)
    else lookAt(gathering, to)
  }
  return { ...slides, may, leads, page, pages, alone: looking !== null && !leads, go }
}

export type Turning = ReturnType<typeof useTurning>
