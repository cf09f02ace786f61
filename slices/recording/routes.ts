/** Recording, as the hall mounts it. */
import { z } from 'zod'
import type { Transaction } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import type { Entry } from '#kernel/record.ts'
import type { Slice } from '#kernel/slice.ts'
import { readsRoom } from '#slices/room/index.ts'
import { followRecordings, lookAfter } from './routes/keeping.ts'
import { policies } from './routes/policies.ts'
import { recordingServings } from './routes/recording.ts'
import { refusals } from './routes/refusals.ts'
import { sound } from './routes/sound.ts'
import { isGoing } from './rules/recording.ts'
import { dropVoices, recordingOf, stopItself } from './store/recordings.ts'
import { timers } from './timers.ts'

const Erased = z.object({ person: z.string(), guests: z.array(z.string()).default([]) })
const ROOM = /^gathering:(gth_\w+)$/

/** The end stops it. */
async function stopWhenOver(tx: Transaction, { topic: of, at }: Entry): Promise<void> {
  const gathering = ROOM.exec(of)?.[1]
  if (!gathering || !isGoing(await recordingOf(tx, gathering))) return
  await stopItself(tx, gathering, 'over', at)
}

export const recording: Slice = {
  name: 'recording',
  servings: recordingServings,
  policies,
  refusals,
  topics: { recording: { mayRead: readsRoom } },
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
