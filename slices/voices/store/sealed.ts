/** Whether sound and picture open only with a key that the hall has not. */
import type { Reader } from '#kernel/database.ts'
import { gatheringIn, roomAsItIs } from '#slices/room/index.ts'

/** Of a gathering, or of a group's room within it. */
export async function isSealed(db: Reader, room: string): Promise<boolean> {
  return (await roomAsItIs(db, gatheringIn(room))).call?.settings.sealed ?? false
}
