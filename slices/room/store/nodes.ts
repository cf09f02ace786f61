/** Nodes: which live, and what lines they have. */
import { sql } from 'kysely'
import { type Instant, plus, SECOND } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import type { Stayer } from './presence.ts'
import { reading, writing } from './tables.ts'

const NODE_SILENT = 20 * SECOND

/**
 * This node lives; lines of nodes that no longer do are lost since they were last seen. A node that
 * has just started, or was cut off from the database itself, judges no other: it may be the one
 * that was away, and all of them with it.
 */
export async function beat(tx: Transaction, node: string, now: Instant): Promise<void> {
  const silent = plus(now, -NODE_SILENT)
  const before = await writing(tx)
    .selectFrom('room_nodes')
    .select('seen_at')
    .where('id', '=', node)
    .executeTakeFirst()
  await writing(tx)
    .insertInto('room_nodes')
    .values({ id: node, seen_at: now })
    .onConflict((oc) => oc.column('id').doUpdateSet({ seen_at: now }))
    .execute()
  if (before && before.seen_at >= silent) await letGoOfSilent(tx, silent, now)
}

async function letGoOfSilent(tx: Transaction, silent: Instant, now: Instant): Promise<void> {
  await sql`update presence p set gone_at = n.seen_at from room_nodes n
    where n.id = p.node and p.gone_at is null and n.seen_at < ${silent}`.execute(tx)
  await sql`update presence set gone_at = ${now} where gone_at is null
    and node not in (select id from room_nodes)`.execute(tx)
  await sql`delete from room_nodes n where n.seen_at < ${silent}
    and not exists (select from presence p where p.node = n.id)`.execute(tx)
}

export type LineOfNode = Stayer & { gone_at: Instant | null }

/** The lines that the database knows of this node, whether it has them still or not. */
export async function linesOfNode(db: Reader, node: string): Promise<LineOfNode[]> {
  return reading(db)
    .selectFrom('presence')
    .select(['gathering', 'who', 'node', 'gone_at'])
    .where('node', '=', node)
    .execute()
}

/** A line that was thought lost is there. */
export async function keepLine(db: Reader, { gathering, who, node }: Stayer): Promise<void> {
  await reading(db)
    .updateTable('presence')
    .set({ gone_at: null })
    .where('gathering', '=', gathering)
    .where('who', '=', who)
    .where('node', '=', node)
    .execute()
}
