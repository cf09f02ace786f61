/** Turns that a later slice lets people have: a round of those who are here, the first at once. */
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import type { Who } from '../rules/call.ts'
import { floorGiven, roundOpened } from '../rules/floor.ts'
import { isHere } from '../rules/glance.ts'
import { happenIn } from './changes.ts'
import { holdRoom } from './rooms.ts'

type Turns = { order: readonly Who[]; by: Who; now: Instant }

/** Opens a round of these in a living room and gives the first of them the floor. */
export async function turnsFor(
  tx: Transaction,
  gathering: string,
  { order, by, now }: Turns,
): Promise<void> {
  const room = await holdRoom(tx, gathering)
  const here = order.filter((who) => isHere(room, who))
  const [first] = here
  if (!first || room.endedAt) return
  const seconds = room.floor.turnSeconds
  const facts = [
    roundOpened.of({ order: here, seconds, by }),
    floorGiven.of({ who: [first], by, seconds }),
  ]
  await happenIn({ tx, gathering, room, now, actor: by }, { facts })
}
