/** Nodes: which live, and what lines they have. */
import { sql } from 'kysely'
import { type Instant, plus, SECOND } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import type { Stayer } from './presence.ts'
import { reading, writing } from './tables.ts'

const NODE_SILENT = 20 * SECOND

/** This node lives; lines of nodes that no longer do are lost since they were last seen. */
export async function beat(tx: Transaction, node: string, now: Instant): Promise<void> {
  await writing(tx)
    .insertInto('room_nodes')
    .values({ id: node, seen_at: now })
    .onConflict((oc) => oc.column('id').doUpdateSet({ seen_at: now }))
    .execute()
  const silent = plus(now, -NODE_SILENT)
  await sql`update presence p set gone_at = n.seen_at from room_nodes n
    where n.id = p.node and p.gone_at is null and n.seen_at < ${silent}`.execute(tx)
  await sql`update presence set gone_at = ${now} where gone_at is null
    and node not in (select id from room_nodes)`.execute(tx)
  await sql`delete from room_nodes n where n.seen_at < ${silent}
    and not exists (select from presence p where p.node = n.id)`.execute(tx)
}

/** The lines that the database believes this node to have. */
export async function linesOfNode(db: Reader, node: string): Promise<Stayer[]> {
  return reading(db)
    .selectFrom('presence')
    .select(['gathering', 'who', 'node'])
    .where('node', '=', node)
    .where('gone_at', 'is', null)
    .execute()
}
