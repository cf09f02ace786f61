/** Who reads captions: those of the room, and afterwards those of its circle too. */
import type { Policy } from '#kernel/slice.ts'
import { readsAfterwards } from '#slices/room/index.ts'

export const policies: Record<string, Policy> = {
  'reads-captions': {
    sentence: 'Whoever was let into the room and not removed, and members of its circle.',
    async allows(db, caller, { gathering = '' }) {
      return (await readsAfterwards(db, caller, gathering)) || { refused: 'not-found' }
    },
  },
  'holds-the-engine-key': {
    sentence: 'A speech engine with the key of this gathering (Authorization: Bearer …).',
    // The key stands in a header; it is asked for where the line is written.
    allows: async () => true,
  },
}
