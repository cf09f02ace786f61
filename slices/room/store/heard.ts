/** Who was heard in a circle, told by the hall to a room or a group's room (the law: rules/heard.ts). */
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import { MOST_SPANS, type Span, wereHeard } from '../rules/heard.ts'
import { happenIn } from './changes.ts'
import { holdRoom } from './rooms.ts'

/** Tells it; what lies within turns, or was told before, is not counted again. */
export async function tellHeard(
  tx: Transaction,
  gathering: string,
  spans: readonly Span[],
  now: Instant,
): Promise<void> {
  const room = await holdRoom(tx, gathering)
  // Before the beginning nothing counts, and what came after the end stands in the minutes no more.
  if (room.beganAt === null || room.endedAt !== null || spans.length === 0) return
  const facts = [wereHeard.of({ spans: spans.slice(0, MOST_SPANS) })]
  await happenIn({ tx, gathering, room, now, actor: null }, { facts })
}
