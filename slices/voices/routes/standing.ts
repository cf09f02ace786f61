/** How somebody stands to the sound of a gathering, from its room and its shape. */
import type { Reader } from '#kernel/database.ts'
import type { Instant } from '#kernel/clock.ts'
import { placeIn, type Room, roomAsItIs } from '#slices/room/index.ts'
import { mayHear, maySend, type Shape, shapeOf, type Source } from '../rules/voices.ts'
import { chosenShape } from '../store/shape.ts'

export type Sound = { room: Room; chosen: Shape | null; shape: Shape }

export async function soundOf(db: Reader, gathering: string): Promise<Sound> {
  const [room, chosen] = await Promise.all([roomAsItIs(db, gathering), chosenShape(db, gathering)])
  return { room, chosen, shape: shapeOf(chosen, Object.keys(room.people).length) }
}

/** What somebody may send, with their name; null: they may not even hear. */
export function rightsIn(
  { room, shape }: Sound,
  who: string,
  now: Instant,
): { name: string; sends: readonly Source[] } | null {
  // Law 5.
  if (room.call?.settings.elsewhere) return null
  const place = placeIn(room, who)
  return mayHear(place, now) ? { name: place.name, sends: maySend(shape, place) } : null
}
