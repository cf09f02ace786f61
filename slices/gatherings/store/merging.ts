/** Two records of one person become one: gatherings they call and facilitate, invitations, answers. */
import type { Reader, Transaction } from '#kernel/database.ts'
import { countOwned, type Handing, handOver, reword } from '#kernel/handing-over.ts'
import type { Foretold, Pair, Telling } from '#slices/people/index.ts'

const CALLED = { table: 'gatherings', column: 'called_by', key: ['id'] }
const ROWS = [
  CALLED,
  { table: 'gathering_facilitators', column: 'person', key: ['gathering'], once: ['gathering'] },
  { table: 'call_invitations', column: 'person', key: ['id'] },
  { table: 'call_answers', column: 'who', key: ['gathering'], once: ['gathering'] },
  { table: 'feeds', column: 'person', key: ['id'] },
]

export async function handCallsOver(tx: Transaction, handing: Handing): Promise<void> {
  await handOver(tx, handing, ROWS)
  await reword(tx, handing, { table: 'series', column: 'plan', key: ['id'] })
  await reword(tx, handing, { table: 'items', column: 'owners', key: ['id'] })
}

export async function foretellCalls(
  db: Reader,
  { other }: Pair,
  { words }: Telling,
): Promise<Foretold> {
  const calls = await countOwned(db, CALLED, other)
  const says = words.say(
    /*i18n*/ {
      id: 'gatherings.merge-calls',
      message:
        '{calls, plural, one {A gathering that the other record called will be} other {# gatherings that the other record called will be}} called by the kept one.',
    },
    { calls },
  )
  return { says: calls > 0 ? [says] : [] }
}
