/** The topic of motions is read by whoever reads the room. */
import type { TopicFamily } from '#kernel/slice.ts'
import { readsRoom } from '#slices/room/index.ts'

export const topics: Record<string, TopicFamily> = { motions: { mayRead: readsRoom } }
