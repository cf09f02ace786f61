/** Time passes: groups whose time is over come back. */
import type { Instant } from '#kernel/clock.ts'
import type { Hall } from '#kernel/hall.ts'
import type { Timer } from '#kernel/slice.ts'
import { holdRoom } from '#slices/room/index.ts'
import { outNow } from '../rules/state.ts'
import { gatheringsOut, holdBreakouts } from '../store/breakouts.ts'
import { bringGroupsBack, dueNow } from '../store/returning.ts'
import { topicOf } from '../store/tables.ts'

async function bringBackIn(hall: Hall, gathering: string, now: Instant): Promise<void> {
  await hall.transact(async (tx) => {
    const main = await holdRoom(tx, gathering)
    const kept = await holdBreakouts(tx, gathering, { now, actor: null })
    const set = outNow(kept.breakouts)
    if (!set) return
    const due = await dueNow(kept, set)
    await bringGroupsBack({ kept: { ...kept, actor: set.by }, main }, () => due)
  }, topicOf(gathering))
}

export const returning: Timer = {
  name: 'breakouts.returning',
  everySeconds: 1,
  async run(hall, now) {
    for (const gathering of await gatheringsOut(hall.db)) await bringBackIn(hall, gathering, now)
  },
}
