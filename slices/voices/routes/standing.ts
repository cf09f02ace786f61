/** How somebody stands to the sound of a gathering, from its room and its shape. */
import type { Reader } from '#kernel/database.ts'
import type { Instant } from '#kernel/clock.ts'
import { placeIn, type Room, roomAsItIs } from '#slices/room/index.ts'
import { mayHear, maySend, type Shape, shapeOf, type Source } from '../rules/voices.ts'
import { moreSendingIn } from '../store/more-sending.ts'
import { type Ruled, ruledFor } from '../store/ruled.ts'

export type Sound = {
  room: Room
  ruled: Ruled
  shape: Shape
  more: (who: string) => readonly Source[]
}

export async function soundOf(db: Reader, gathering: string): Promise<Sound> {
  const [room, ruled, more] = await Promise.all([
    roomAsItIs(db, gathering),
    ruledFor(db, gathering),
    moreSendingIn(db, gathering),
  ])
  return { room, ruled, shape: shapeOf(ruled.shape, Object.keys(room.people).length), more }
}

/** What somebody may send, with their name; null: they may not even hear. */
export function rightsIn(
  { room, ruled, shape, more }: Sound,
  who: string,
  now: Instant,
): { name: string; sends: readonly Source[] } | null {
  // Law 5.
  if (room.call?.settings.elsewhere) return null
  const place = placeIn(room, who)
  if (!mayHear(place, now)) return null
  const beside = { speak: ruled.let[who] ?? null, more: more(who) }
  return { name: place.name, sends: maySend(shape, place, beside) }
}
