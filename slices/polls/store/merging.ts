/**
 * Two records of one person become one: what they asked and answered. Where both answered a poll, the
 * answer of the kept record counts, with all its marks.
 */
import { sql } from 'kysely'
import type { Reader, Transaction } from '#kernel/database.ts'
import { countOwned, type Handing, handOver, putAside } from '#kernel/handing-over.ts'
import type { Foretold, Pair, Telling } from '#slices/people/index.ts'

const ASKED = { table: 'polls', column: 'made_by', key: ['id'] }
const ANSWERED = { table: 'poll_replies', column: 'person', key: ['poll'], once: ['poll'] }
const OWNED = [
  ASKED,
  { table: 'polls', column: 'summary_by', key: ['id'] },
  { table: 'poll_marks', column: 'person', key: ['slot'], once: ['slot'] },
  ANSWERED,
  { table: 'poll_letters', column: 'person', key: ['poll', 'about'], once: ['poll', 'about'] },
  { table: 'poll_mutes', column: 'person', key: ['circle'], once: ['circle'] },
]

export async function handPollsOver(tx: Transaction, handing: Handing): Promise<void> {
  const both = sql`exists (select 1 from poll_replies o
    where o.poll = t.poll and o.person = ${handing.to})`
  await putAside(tx, handing, { table: 'poll_marks', column: 'person', where: both })
  await handOver(tx, handing, OWNED)
}

export async function foretellPolls(
  db: Reader,
  { kept, other }: Pair,
  { words }: Telling,
): Promise<Foretold> {
  const both = await countOwned(
    db,
    {
      ...ANSWERED,
      where: sql`exists (select 1 from poll_replies o where o.poll = t.poll and o.person = ${kept})`,
    },
    other,
  )
  if (both === 0) return { says: [] }
  return {
    says: [
      words.say(
        /*i18n*/ {
          id: 'polls.merge-both',
          message:
            '{both, plural, one {A poll was answered by both; the answer of the kept record counts} other {# polls were answered by both; the answers of the kept record count}}.',
        },
        { both },
      ),
    ],
  }
}
