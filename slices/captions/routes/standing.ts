/** How somebody stands in the room whose captions these are. */
import type { Reader } from '#kernel/database.ts'
import { Refused } from '#kernel/problem.ts'
import type { Caller } from '#kernel/session.ts'
import { placeIn, type Room, roomAsItIs, whoIs } from '#slices/room/index.ts'
import { isSealed } from '#slices/voices/index.ts'
import type { Standing } from '../rules/captions.ts'

export type Here = { room: Room; by: string; standing: Standing; sealed: boolean }

/** Refuses who was never let in. */
export async function hereIn(db: Reader, caller: Caller, gathering: string): Promise<Here> {
  const [who, room] = await Promise.all([whoIs(db, caller, gathering), roomAsItIs(db, gathering)])
  if (who === null || !(who in room.people)) throw new Refused('not-in-the-room')
  return { room, by: who, standing: placeIn(room, who), sealed: await isSealed(db, gathering) }
}

/** Whose words are heard: of who alone has the floor. */
export function speakerIn({ floor: { holders } }: Room): string | null {
  return holders.length === 1 ? (holders[0]?.who ?? null) : null
}
