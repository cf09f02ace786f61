/** Who is erased leaves the fact that they spoke (law 9 of rules/thread.ts). */
import { sql } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import { unfindComments } from './finding.ts'

export async function eraseWords(
  tx: Transaction,
  whos: readonly string[],
  now: Instant,
): Promise<void> {
  const all = [...whos]
  for (const who of all) await unfindComments(tx, who)
  await sql`delete from thread_versions where comment in
    (select id from thread_comments where who = any(${all}))`.execute(tx)
  await sql`update thread_comments set text = '', mentions = '{}', mark = null, marked_by = null,
      taken_at = coalesce(taken_at, ${now}) where who = any(${all})`.execute(tx)
  await sql`update thread_quotes set text = '', name = null where who = any(${all})`.execute(tx)
  await sql`delete from thread_reactions where who = any(${all})`.execute(tx)
  for (const table of [
    'thread_reads',
    'thread_follows',
    'thread_wishes',
    'thread_digests',
    'thread_letters',
  ])
    await sql`delete from ${sql.table(table)} where person = any(${all})`.execute(tx)
}
