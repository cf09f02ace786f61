/** What happens to recordings because time passes: their day comes, and what nobody needs goes. */
import { isRefusal } from '#kernel/change.ts'
import { HOUR, type Instant } from '#kernel/clock.ts'
import type { Hall } from '#kernel/hall.ts'
import { holdTopic } from '#kernel/record.ts'
import type { Timer } from '#kernel/slice.ts'
import { fallDue } from './rules/recording.ts'
import { removeFiles, sweepFiles } from './store/disk.ts'
import { dropFiles, dueBefore, happenTo, recordingOf } from './store/recordings.ts'
import { topicOf } from './store/tables.ts'

/** Deletes what was to be kept until a day that is over. */
export async function deleteDue(hall: Hall, now: Instant): Promise<void> {
  for (const gathering of await dueBefore(hall.db, now.slice(0, 10))) {
    const topic = topicOf(gathering)
    const gone = await hall.transact(async (tx) => {
      await holdTopic(tx, topic)
      const recording = await recordingOf(tx, gathering)
      const change = fallDue(recording, now)
      if (isRefusal(change) || change.facts.length === 0) return []
      await happenTo(tx, recording, change.facts, { gathering, now, actor: null })
      return dropFiles(tx, gathering, null)
    }, topic)
    await removeFiles(hall.config.data, gone)
  }
  await sweepFiles(hall.db, hall.config.data)
}

export const timers: readonly Timer[] = [
  { name: 'recording.delete', everySeconds: HOUR / 1000 / 4, run: deleteDue },
]
