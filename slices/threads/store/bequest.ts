/** What becomes of threads when their circle closes: they go to the one that comes after it. */
import { sql } from 'kysely'
import type { Reader, Transaction } from '#kernel/database.ts'
import type { Entry } from '#kernel/record.ts'
import { bequestIn, type Reshaping } from '#slices/circles/index.ts'
import type { Telling } from '#slices/people/index.ts'
import { circleAudience, KIND } from './finding.ts'
import { reading, writing } from './tables.ts'

/** How members wished mail there ends with it; what they chose for a thread goes along. */
export async function bequeathThreads(tx: Transaction, entry: Entry): Promise<void> {
  const bequest = bequestIn(entry)
  if (!bequest) return
  const { from, to } = bequest
  await writing(tx).updateTable('threads').set({ circle: to }).where('circle', '=', from).execute()
  await writing(tx).deleteFrom('thread_wishes').where('circle', '=', from).execute()
  await sql`update search set circle = ${to}, audience = ${circleAudience(to)}
    where kind = ${KIND} and circle = ${from}`.execute(tx)
}

export async function threadsReshaped(
  db: Reader,
  { circle, to }: Reshaping,
  { words }: Telling,
): Promise<string[]> {
  const { threads } = await reading(db)
    .selectFrom('threads')
    .select((eb) => eb.fn.countAll<number>().as('threads'))
    .where('circle', '=', circle)
    .where('merged_into', 'is', null)
    .executeTakeFirstOrThrow()
  if (!to || Number(threads) === 0) return []
  return [
    words.say(
      /*i18n*/ {
        id: 'threads.bequest',
        message:
          '{threads, plural, one {Its thread goes} other {Its # threads go}} on in {to}, whose members read and write there from then on.',
      },
      { threads: Number(threads), to: to.name },
    ),
  ]
}
