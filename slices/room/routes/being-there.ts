/** Reading the topic of a gathering is being there: lines that come and go. */
import type { Hall } from '#kernel/hall.ts'
import type { Caller } from '#kernel/session.ts'
import { enterRoom } from '../rules/door.ts'
import { isHere, personOf } from '../rules/glance.ts'
import { happenIn, type Held } from '../store/changes.ts'
import { lostLine } from '../store/lost-lines.ts'
import { foundAgain, setLine } from '../store/presence.ts'
import { holdRoom } from '../store/rooms.ts'
import { countSockets, nodeOf } from '../store/sockets.ts'
import { topicOf } from '../store/tables.ts'
import { whoIs } from '../store/who.ts'

/** A first socket: who was in the room is in it again, and their stay goes on. */
export async function arrived(hall: Hall, caller: Caller, gathering: string): Promise<void> {
  const who = await whoIs(hall.db, caller, gathering)
  if (who === null || countSockets(hall, gathering, who, 1) > 1) return
  const now = hall.clock.now()
  const browser = caller.person ? null : caller.browser
  const line = { gathering, who, node: nodeOf(hall).id, browser }
  if (await foundAgain(hall.db, line, now)) return
  await hall.transact(async (tx) => {
    const room = await holdRoom(tx, gathering)
    const person = personOf(room, who)
    if (room.endedAt || !person || person.removed || person.left) return
    await setLine(tx, line, null)
    const held: Held = { tx, gathering, room, now, actor: who }
    const { name, kind } = person
    if (!isHere(room, who)) await happenIn(held, enterRoom(room, { who, name, kind }))
  }, topicOf(gathering))
}

/** The last socket went: the stay ends unless one comes back within the grace (see timers). */
export async function departed(hall: Hall, caller: Caller, gathering: string): Promise<void> {
  const who = await whoIs(hall.db, caller, gathering)
  if (who === null || countSockets(hall, gathering, who, -1) > 0) return
  await lostLine(hall.db, { gathering, who, node: nodeOf(hall).id }, hall.clock.now())
}
