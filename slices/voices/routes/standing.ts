/** How somebody stands to the sound of a gathering, from its room and its shape. */
import type { Reader } from '#kernel/database.ts'
import type { Instant } from '#kernel/clock.ts'
import { gatheringIn, placeIn, type Room, roomAsItIs } from '#slices/room/index.ts'
import { mayHear, maySend, mayStandBy, type Shape, shapeOf, type Source } from '../rules/voices.ts'
import { awaitedIn } from '../store/awaited.ts'
import { moreSendingIn } from '../store/more-sending.ts'
import { type Ruled, ruledFor } from '../store/ruled.ts'

export type Sound = {
  room: Room
  ruled: Ruled
  shape: Shape
  more: (who: string) => readonly Source[]
  /** Of a group's room that has not opened. */
  ahead: { main: Room; awaits: readonly string[] } | null
}

async function aheadOf(db: Reader, room: Room, name: string): Promise<Sound['ahead']> {
  const gathering = gatheringIn(name)
  if (room.call !== null || gathering === name) return null
  const [main, awaits] = await Promise.all([roomAsItIs(db, gathering), awaitedIn(db, name)])
  return { main, awaits }
}

export async function soundOf(db: Reader, gathering: string): Promise<Sound> {
  const [room, ruled, more] = await Promise.all([
    roomAsItIs(db, gathering),
    ruledFor(db, gathering),
    moreSendingIn(db, gathering),
  ])
  const shape = shapeOf(ruled.shape, Object.keys(room.people).length)
  return { room, ruled, shape, more, ahead: await aheadOf(db, room, gathering) }
}

/** What somebody may send, with their name; null: they may not even hear. */
export function rightsIn(
  { room, ruled, shape, more, ahead }: Sound,
  who: string,
  now: Instant,
): { name: string; sends: readonly Source[] } | null {
  // Law 5.
  if ((ahead?.main ?? room).call?.settings.elsewhere) return null
  if (ahead) {
    const inMain = placeIn(ahead.main, who)
    return mayStandBy(ahead.awaits, who, inMain, now) ? { name: inMain.name, sends: [] } : null
  }
  const place = placeIn(room, who)
  if (!mayHear(place, now)) return null
  const beside = { speak: ruled.let[who] ?? null, more: more(who) }
  return { name: place.name, sends: maySend(shape, place, beside) }
}
