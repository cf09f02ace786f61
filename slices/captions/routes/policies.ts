/** Who reads captions: those of the room, and afterwards those of its circle too. */
import type { Reader } from '#kernel/database.ts'
import type { Caller } from '#kernel/session.ts'
import type { Policy } from '#kernel/slice.ts'
import { standingIn } from '#slices/gatherings/index.ts'
import { placeIn, roomAsItIs, whoIs } from '#slices/room/index.ts'

/** Let in and not removed; else members of its circle who may see it, and who shapes it. */
async function readsCaptions(db: Reader, caller: Caller, gathering: string): Promise<boolean> {
  const [who, room] = await Promise.all([whoIs(db, caller, gathering), roomAsItIs(db, gathering)])
  if (who !== null && who in room.people) return !placeIn(room, who).removed
  const { called, member, shapes } = await standingIn(db, caller, gathering)
  return shapes || (member && called)
}

export const policies: Record<string, Policy> = {
  'reads-captions': {
    sentence: 'Whoever was let into the room and not removed, and members of its circle.',
    async allows(db, caller, { gathering = '' }) {
      return (await readsCaptions(db, caller, gathering)) || { refused: 'not-found' }
    },
  },
  'holds-the-engine-key': {
    sentence: 'A speech engine with the key of this gathering (Authorization: Bearer …).',
    // The key stands in a header; it is asked for where the line is written.
    allows: async () => true,
  },
}
