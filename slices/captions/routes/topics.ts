/**
 * The topics of captions: read by whoever reads the room. What is being typed goes round `captioning`,
 * kept nowhere, and is followed by those who want captions alone.
 */
import { z } from 'zod'
import type { TopicFamily } from '#kernel/slice.ts'
import { placeIn, readsRoom, roomAsItIs, whoIs } from '#slices/room/index.ts'
import { captionsOf } from '../store/captions.ts'
import { MOST_CHARACTERS } from '../api.ts'
import { speakerIn } from './standing.ts'

const Interim = z.object({ interim: z.string().max(MOST_CHARACTERS) })
const A_SECOND = { count: 8, seconds: 1 }

const captioning: TopicFamily = {
  mayRead: readsRoom,
  /** A captioner's line as it grows. */
  async pass({ db, limits, clock }, caller, id, payload) {
    const said = Interim.safeParse(payload).data
    if (!said) return null
    const [who, room] = await Promise.all([whoIs(db, caller, id), roomAsItIs(db, id)])
    if (who === null || !placeIn(room, who).here || room.endedAt !== null) return null
    if (limits.take(`captioning ${id} ${who}`, A_SECOND, clock.now()) > 0) return null
    const { captioners } = (await captionsOf(db, id)).captions
    const language = captioners[who]
    return language ? { ...said, language, by: who, speaker: speakerIn(room) } : null
  },
}

export const topics: Record<string, TopicFamily> = { captions: { mayRead: readsRoom }, captioning }
