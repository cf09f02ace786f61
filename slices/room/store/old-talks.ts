/** Private talks whose words are to go. */
import { sql } from 'kysely'
import { DAY, type Instant, plus } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { writing } from './tables.ts'

/** Private lines are kept so long after their gathering has ended, for the two alone. */
export const TALKS_KEPT_DAYS = 30

/** Talks of gatherings that ended so long ago that their words are to go; at most 100. */
export async function talksToForget(db: Reader, now: Instant): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select t.id from talks t join record r
      on r.topic = 'gathering:' || t.gathering and r.kind = 'gathering.ended'
    where not t.forgotten and r.at < ${plus(now, -TALKS_KEPT_DAYS * DAY)}
    limit 100`.execute(db)
  return rows.map(({ id }) => id)
}

export async function markForgotten(tx: Transaction, talk: string): Promise<void> {
  await writing(tx).updateTable('talks').set({ forgotten: true }).where('id', '=', talk).execute()
}
