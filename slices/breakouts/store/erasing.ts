/**
 * Somebody is erased: what their group brought back leaves the record when they wrote it alone or
 * are named in it; that it came back stays. The notes keep to their own law.
 */
import { sql } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import { redact } from '#kernel/record.ts'
import { Brought } from '../rules/happenings.ts'
import { topicOf } from './tables.ts'

type Row = { topic: string; seq: number; data: unknown }

export async function eraseBrought(
  tx: Transaction,
  whos: readonly string[],
  now: Instant,
): Promise<void> {
  const { rows } = await sql<Row>`select topic, seq, data from record
    where kind = 'breakouts.back' and data is not null
      and topic like ${`${topicOf('')}%`} and data->'whos' ?| ${[...whos]}::text[]
    order by topic, seq`.execute(tx)
  for (const { topic, seq, data } of rows) {
    const brought = Brought.safeParse(data)
    if (!brought.success) continue
    const { text: _text, ...rest } = brought.data
    const stands = { ...rest, text: null, whos: [] }
    await redact(tx, { topic, seq, stands }, { now, actor: null })
  }
}
