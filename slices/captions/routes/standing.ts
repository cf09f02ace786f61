/** How somebody stands in the room whose captions these are. */
import type { Reader } from '#kernel/database.ts'
import type { Caller } from '#kernel/session.ts'
import { type Entered, enteredAs, type Room } from '#slices/room/index.ts'

export type Here = Entered & { sealed: boolean }

/** Refuses who was never let in. */
export async function hereIn(db: Reader, caller: Caller, gathering: string): Promise<Here> {
  const entered = await enteredAs(db, caller, gathering)
  return { ...entered, sealed: entered.room.call?.settings.sealed ?? false }
}

/** Whose words are heard: of who alone has the floor. */
export function speakerIn({ floor: { holders } }: Room): string | null {
  return holders.length === 1 ? (holders[0]?.who ?? null) : null
}
