/**
 * Presence: who has a line to which node. A stay ends when no node has a line for GRACE, at the
 * moment the last one went; a node that has not been seen lost all its lines when it was last seen.
 */
import { sql } from 'kysely'
import { type Instant, plus, SECOND } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { writing } from './tables.ts'

export const GRACE = 30 * SECOND

/** So much before the end of the grace nobody can be ending the stay. */
const SURE = 10 * SECOND

export type Stayer = { gathering: string; who: string; node: string }

/** This node has a line for somebody (`gone` null), or none since a moment. */
export async function setLine(
  tx: Transaction,
  stayer: Stayer & { browser: string | null },
  gone: Instant | null,
): Promise<void> {
  await writing(tx)
    .insertInto('presence')
    .values({ ...stayer, gone_at: gone })
    .onConflict((oc) => oc.columns(['gathering', 'who', 'node']).doUpdateSet({ gone_at: gone }))
    .execute()
}

/**
 * This node has a line again for somebody who was away for less than the grace, so that their stay
 * never ended. Answers false, and does nothing, when that is not sure.
 */
export async function foundAgain(
  db: Reader,
  line: Stayer & { browser: string | null },
  now: Instant,
): Promise<boolean> {
  const sure = plus(now, SURE - GRACE)
  const { rows } = await sql<{ node: string }>`
    insert into presence (gathering, who, node, browser, gone_at)
    select gathering, who, ${line.node}, ${line.browser}, null from presence
      where gathering = ${line.gathering} and who = ${line.who}
        and (gone_at is null or gone_at > ${sure}) limit 1
    on conflict (gathering, who, node) do update set gone_at = null
    returning node`.execute(db)
  return rows.length > 0
}

/** Forgets somebody's lines, who left or was removed; answers the browsers they came with. */
export async function forgetLines(
  tx: Transaction,
  gathering: string,
  who: string,
): Promise<string[]> {
  const rows = await writing(tx)
    .deleteFrom('presence')
    .where('gathering', '=', gathering)
    .where('who', '=', who)
    .returning('browser')
    .execute()
  return rows.flatMap(({ browser }) => browser ?? [])
}
