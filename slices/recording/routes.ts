/** Recording, as the hall mounts it. */
import { z } from 'zod'
import { isRefusal } from '#kernel/change.ts'
import type { Transaction } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import { type Entry, holdTopic } from '#kernel/record.ts'
import type { Slice, TopicFamily } from '#kernel/slice.ts'
import { placeIn, roomAsItIs, whoIs } from '#slices/room/index.ts'
import { followRecordings, lookAfter } from './routes/keeping.ts'
import { policies } from './routes/policies.ts'
import { recordingServings } from './routes/recording.ts'
import { refusals } from './routes/refusals.ts'
import { sound } from './routes/sound.ts'
import { stopByItself } from './rules/recording.ts'
import { dropVoices, happenTo, recordingOf } from './store/recordings.ts'
import { topicOf } from './store/tables.ts'
import { timers } from './timers.ts'

/** Read by whoever reads the room. */
const topic: TopicFamily = {
  async mayRead(db, caller, id) {
    const [who, room] = await Promise.all([whoIs(db, caller, id), roomAsItIs(db, id)])
    return who !== null && who in room.people && !placeIn(room, who).removed
  },
}

const Erased = z.object({ person: z.string(), guests: z.array(z.string()).default([]) })
const ROOM = /^gathering:(gth_\w+)$/

/** The end stops it. */
async function stopWhenOver(tx: Transaction, { topic: of, at }: Entry): Promise<void> {
  const gathering = ROOM.exec(of)?.[1]
  if (!gathering || stops(await recordingOf(tx, gathering)).length === 0) return
  await holdTopic(tx, topicOf(gathering))
  const recording = await recordingOf(tx, gathering)
  await happenTo(tx, recording, stops(recording), { gathering, now: at, actor: null })
}

function stops(recording: Parameters<typeof stopByItself>[0]) {
  const change = stopByItself(recording, 'over')
  return isRefusal(change) ? [] : change.facts
}

export const recording: Slice = {
  name: 'recording',
  servings: recordingServings,
  policies,
  refusals,
  topics: { recording: topic },
  listeners: {
    'gathering.ended': stopWhenOver,
    'person.erased': async (tx, { data }) => {
      const { person, guests } = Erased.parse(data)
      await dropVoices(tx, [person, ...guests])
    },
  },
  timers: [lookAfter, ...timers],
  pages(hall: Hall) {
    followRecordings(hall)
    return sound(hall)
  },
}
