/** The door of the room for later slices: rooms as they are, what is on, who took which action. */
import type { Reader } from '#kernel/database.ts'
import { peopleHere } from './rules/glance.ts'
import { openRooms } from './store/overview.ts'
import { roomAsItIs } from './store/rooms.ts'

export {
  isFacilitator as facilitatesIn,
  peopleThemselves as peopleIn,
  unlessFacilitator,
  unlessHere,
} from './rules/glance.ts'
export { turnsFor } from './store/turns.ts'
export {
  comeWithin,
  emptyWithin,
  goWithin,
  holdWithin,
  layDownWithin,
  openWithin,
  removeWithin,
} from './store/within.ts'
export { gatheringIn, placeIn, type Place } from './rules/place.ts'
export { nowLine } from './rules/now-line.ts'
export { apply, roomFrom } from './rules/room.ts'
export { emptyRoom, type Room } from './rules/state.ts'
export { tellHeard } from './store/heard.ts'
export { gatheringNotes, itemNotes } from './store/notes.ts'
export { actionsTaken, type Taken } from './store/overview.ts'
export { holdRoom, roomAsItIs } from './store/rooms.ts'
export { gatheringFiles, itemFiles } from './store/files.ts'
export { topicOf } from './store/tables.ts'
export { writeDownDecided } from './store/deciding.ts'
export { type Entered, enteredAs, readsAfterwards, readsRoom } from './store/entered.ts'
export { whoIs } from './store/who.ts'

export type On = { gathering: string; title: string; beganAt: string; here: number }

/** The gatherings that are on now, the latest begun first. */
export async function whatIsOn(db: Reader): Promise<On[]> {
  const rooms = await Promise.all(
    (await openRooms(db)).map(async (gathering) => ({
      gathering,
      room: await roomAsItIs(db, gathering),
    })),
  )
  return rooms.flatMap(({ gathering, room }) => {
    if (!room.call || !room.beganAt || room.endedAt) return []
    const here = peopleHere(room).length
    return [{ gathering, title: room.call.title, beganAt: room.beganAt, here }]
  })
}
