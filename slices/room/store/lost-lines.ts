/** Lines that went. */
import { sql } from 'kysely'
import { type Instant, plus } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import { GRACE, type Stayer } from './presence.ts'
import { reading } from './tables.ts'

/** This node has no line for somebody since a moment; who left for good stays gone. */
export async function lostLine(
  db: Reader,
  { gathering, who, node }: Stayer,
  now: Instant,
): Promise<void> {
  await reading(db)
    .updateTable('presence')
    .set({ gone_at: now })
    .where('gathering', '=', gathering)
    .where('who', '=', who)
    .where('node', '=', node)
    .where('gone_at', 'is', null)
    .execute()
}

export type Lost = { gathering: string; who: string; gone: Instant }

type OfOne = { gathering: string; who: string }

/**
 * Those (or that one) who have no line anywhere for the time of grace, with the moment the last
 * one went; at most 500.
 */
export async function lostSince(db: Reader, now: Instant, one?: OfOne): Promise<Lost[]> {
  const { gathering = null, who = null } = one ?? {}
  const { rows } = await sql<Lost>`select gathering, who, max(gone_at) as gone from presence
    where (${gathering}::text is null or (gathering = ${gathering} and who = ${who}))
    group by gathering, who
    having bool_and(gone_at is not null) and max(gone_at) <= ${plus(now, -GRACE)}
    order by max(gone_at) limit 500`.execute(db)
  return rows
}
