/** Lines that come and go: this node lives, and those whose lines are gone have left. */
import type { Instant } from '#kernel/clock.ts'
import type { Hall } from '#kernel/hall.ts'
import { isHere } from '../rules/glance.ts'
import { left } from '../rules/people.ts'
import { happenIn, type Held } from '../store/changes.ts'
import { lostLine, lostSince } from '../store/lost-lines.ts'
import { beat, keepLine, linesOfNode } from '../store/nodes.ts'
import { forgetLines } from '../store/presence.ts'
import { holdRoom } from '../store/rooms.ts'
import { hasSockets, nodeOf } from '../store/sockets.ts'
import { topicOf } from '../store/tables.ts'

/** Says that this node lives, and which lines it has and no longer has. */
export async function keepPresence(hall: Hall, now: Instant): Promise<void> {
  const { id } = nodeOf(hall)
  await hall.transact((tx) => beat(tx, id, now))
  for (const line of await linesOfNode(hall.db, id)) {
    const has = hasSockets(hall, line.gathering, line.who)
    if (!has && line.gone_at === null) await lostLine(hall.db, line, now)
    if (has && line.gone_at !== null) await keepLine(hall.db, line)
  }
}

/** Ends the stays of those whose lines are gone for longer than the grace. */
export async function loseLines(hall: Hall, now: Instant): Promise<void> {
  for (const { gathering, who, gone } of await lostSince(hall.db, now)) {
    await hall.transact(async (tx) => {
      const room = await holdRoom(tx, gathering)
      const [still] = await lostSince(tx, now, { gathering, who })
      if (!still) return
      await forgetLines(tx, gathering, who)
      const held: Held = { tx, gathering, room, now, actor: null }
      const facts = isHere(room, who) ? [left.of({ who, how: 'lost', at: gone })] : []
      await happenIn(held, { facts })
    }, topicOf(gathering))
  }
}
