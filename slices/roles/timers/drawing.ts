/** Draws whose time for words is over are drawn, once, and whoever was drawn begins. */
import type { Instant } from '#kernel/clock.ts'
import type { Hall } from '#kernel/hall.ts'
import { drawNow, drawOf, dueDraws } from '../store/draws.ts'
import { rulingIn } from '../store/ruling.ts'
import { holdRole } from '../store/terms.ts'
import { nameDrawn } from './following.ts'

export async function drawAll(hall: Hall, now: Instant): Promise<void> {
  for (const { id } of await dueDraws(hall.db, now))
    await hall.transact(async (tx) => {
      const draw = await drawOf(tx, id)
      if (!draw) return
      const { circle, role, seats } = draw
      await holdRole(tx, { circle, role })
      const order = await drawNow(tx, id, now)
      const ruling = await rulingIn(tx, circle, now)
      const rule = ruling.rules.find(({ key }) => key === role)
      if (!order || !rule) return
      let named = 0
      for (const person of order) {
        if (named === seats) break
        if (await nameDrawn(tx, { circle, rule, ruling }, person, now)) named += 1
      }
    })
}
