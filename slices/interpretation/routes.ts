/** Interpretation, as the hall mounts it. */
import type { Slice, TopicFamily } from '#kernel/slice.ts'
import { placeIn, roomAsItIs, whoIs } from '#slices/room/index.ts'
import { interpretationServings } from './routes/interpretation.ts'
import { refusals } from './routes/refusals.ts'

/** Read by whoever reads the room. */
const topic: TopicFamily = {
  async mayRead(db, caller, id) {
    const [who, room] = await Promise.all([whoIs(db, caller, id), roomAsItIs(db, id)])
    return who !== null && who in room.people && !placeIn(room, who).removed
  },
}

export const interpretation: Slice = {
  name: 'interpretation',
  servings: interpretationServings,
  refusals,
  topics: { interpretation: topic },
}
