/** Who hears a recording: those of the room, and members of its circle who were called. */
import type { Reader } from '#kernel/database.ts'
import type { Caller } from '#kernel/session.ts'
import type { Policy } from '#kernel/slice.ts'
import { standingIn } from '#slices/gatherings/index.ts'
import { placeIn, roomAsItIs, whoIs } from '#slices/room/index.ts'

/** Let in and not removed; else members of its circle who may see it, and who shapes it. */
export async function hears(db: Reader, caller: Caller, gathering: string): Promise<boolean> {
  const [who, room] = await Promise.all([whoIs(db, caller, gathering), roomAsItIs(db, gathering)])
  if (who !== null && who in room.people) return !placeIn(room, who).removed
  const { called, member, shapes } = await standingIn(db, caller, gathering)
  return shapes || (member && called)
}

export const policies: Record<string, Policy> = {
  'hears-the-recording': {
    sentence: 'Whoever was let into the room and not removed, and members of its circle.',
    async allows(db, caller, { gathering = '' }) {
      return (await hears(db, caller, gathering)) || { refused: 'not-found' }
    },
  },
}
