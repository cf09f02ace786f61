/**
 * Two records of one person become one: proposals and support change hands. A frozen roll and its
 * ballots stay as they are; who was on it under the other record votes on as that entry. Where both
 * are on the roll of an open decision it waits, so that nobody votes twice.
 */
import { sql } from 'kysely'
import type { Reader, Transaction } from '#kernel/database.ts'
import { type Handing, handOver } from '#kernel/handing-over.ts'
import type { Foretold, Pair, Telling } from '#slices/people/index.ts'

const OWNED = [
  { table: 'decisions', column: 'made_by', key: ['id'] },
  { table: 'decision_subjects', column: 'person', key: ['decision'] },
  {
    table: 'decision_support',
    column: 'person',
    key: ['decision', 'text'],
    once: ['decision', 'text'],
  },
]

export const handDecisionsOver = (tx: Transaction, handing: Handing): Promise<void> =>
  handOver(tx, handing, OWNED)

const BOTH = /*i18n*/ {
  id: 'decisions.merge-both',
  message:
    'Both are on the roll of a decision that is open ({title}), each with a vote. Wait until it is closed.',
}

export async function foretellDecisions(
  db: Reader,
  { kept, other }: Pair,
  { words }: Telling,
): Promise<Foretold> {
  const { rows } = await sql<{ title: string }>`select t.title from decisions d
    join decision_texts t on t.decision = d.id and t.number = d.text
    where d.state = 'open' and (select count(*) from decision_roll r where r.decision = d.id
      and r.votes and r.member in (${kept}, ${other})) = 2`.execute(db)
  return { says: [], stops: rows.map((row) => words.say(BOTH, row)) }
}
