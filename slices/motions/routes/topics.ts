/** The topic of motions is read by whoever reads the room. */
import type { TopicFamily } from '#kernel/slice.ts'
import { placeIn, roomAsItIs, whoIs } from '#slices/room/index.ts'

const motions: TopicFamily = {
  async mayRead(db, caller, id) {
    const [who, room] = await Promise.all([whoIs(db, caller, id), roomAsItIs(db, id)])
    return who !== null && who in room.people && !placeIn(room, who).removed
  },
}

export const topics: Record<string, TopicFamily> = { motions }
