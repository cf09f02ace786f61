/** The topic of slides is read by whoever reads the room; pointing goes round it, kept nowhere. */
import type { TopicFamily } from '#kernel/slice.ts'
import { placeIn, readsRoom, roomAsItIs, whoIs } from '#slices/room/index.ts'
import { Pointing, POINTS_A_SECOND } from '../rules/pointing.ts'
import { presents } from '../rules/slides.ts'

const slides: TopicFamily = {
  mayRead: readsRoom,
  /** Who presents points; so often a second, what is more is swallowed. */
  async pass({ db, limits, clock }, caller, id, payload) {
    const said = Pointing.safeParse(payload).data
    if (!said) return null
    const [who, room] = await Promise.all([whoIs(db, caller, id), roomAsItIs(db, id)])
    if (who === null || !presents(placeIn(room, who))) return null
    const often = { count: POINTS_A_SECOND, seconds: 1 }
    if (limits.take(`pointing ${id} ${who}`, often, clock.now()) > 0) return null
    return { ...said, who }
  },
}

export const topics: Record<string, TopicFamily> = { slides }
