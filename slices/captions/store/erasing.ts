/** Words that go: a line that is hidden, and all that were somebody's who is erased. */
import { sql } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import { type Entry, redact } from '#kernel/record.ts'
import { hiddenLine, type Line, lineIn } from '../rules/captions.ts'
import { topicOf } from './tables.ts'

type By = { now: Instant; actor: string | null }

export async function hideLine(tx: Transaction, gathering: string, line: Line, by: By) {
  await redact(tx, { topic: topicOf(gathering), seq: line.seq, stands: hiddenLine(line) }, by)
}

type Row = Pick<Entry, 'topic' | 'kind' | 'seq' | 'at' | 'data'>

/** Law 6: of somebody, by all the ids they had. */
export async function eraseCaptions(tx: Transaction, whos: readonly string[], now: Instant) {
  const { rows } = await sql<Row>`select topic, kind, seq, at, data from record
    where kind = 'captions.said' and data is not null
      and coalesce(data->>'speaker', data->>'by') = any(${[...whos]})
    order by topic, seq`.execute(tx)
  for (const { topic, ...row } of rows) {
    const line = lineIn(row)
    if (line)
      await redact(tx, { topic, seq: row.seq, stands: hiddenLine(line) }, { now, actor: null })
  }
}
