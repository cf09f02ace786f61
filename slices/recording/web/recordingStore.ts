/** Whether this is recorded, as it is drawn. */
import { useSyncExternalStore } from 'react'
import { GatheringId } from '#slices/room/api.ts'
import { call } from '#web/kit/call.ts'
import { createFollowed, onceEach } from '#web/kit/followed.ts'
import { follow } from '#web/kit/live.ts'
import { readRecordingNow } from '../api.ts'
import { apply, NO_RECORDING, type Recording } from '../rules/recording.ts'

const storeOf = onceEach((gathering) =>
  createFollowed<Recording>(NO_RECORDING, async ({ now, become }, signal) => {
    const id = GatheringId.safeParse(gathering).data
    // A group of breakouts has no recording.
    if (!id) return () => {}
    const { seq, ...recording } = await call(readRecordingNow, {
      params: { gathering: id },
      signal,
    })
    if (signal.aborted) return () => {}
    become(recording)
    return follow(`recording:${gathering}`, seq, {
      entries: (entries) => become(entries.reduce(apply, now())),
    })
  }),
)

export function useRecording(gathering: string): Recording {
  const { watch, now } = storeOf(gathering)
  return useSyncExternalStore(watch, now)
}
