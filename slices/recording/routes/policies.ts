/** Who hears a recording: those of the room, and members of its circle who were called. */
import type { Policy } from '#kernel/slice.ts'
import { readsAfterwards } from '#slices/room/index.ts'

export const policies: Record<string, Policy> = {
  'hears-the-recording': {
    sentence: 'Whoever was let into the room and not removed, and members of its circle.',
    async allows(db, caller, { gathering = '' }) {
      return (await readsAfterwards(db, caller, gathering)) || { refused: 'not-found' }
    },
  },
}
