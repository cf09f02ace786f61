/** What becomes of files when their circle closes: they go to the one that comes after it. */
import { sql } from 'kysely'
import type { Reader, Transaction } from '#kernel/database.ts'
import type { Entry } from '#kernel/record.ts'
import { bequestIn, type Reshaping } from '#slices/circles/index.ts'
import type { Telling } from '#slices/people/index.ts'
import { reading, writing } from './tables.ts'

/** A file that both hold is held once. */
export async function bequeathFiles(tx: Transaction, entry: Entry): Promise<void> {
  const bequest = bequestIn(entry)
  if (!bequest) return
  const { from, to } = bequest
  await sql`delete from file_holdings t where kind = 'circle' and holder = ${from} and exists (
    select 1 from file_holdings o where o.kind = 'circle' and o.holder = ${to} and o.file = t.file)`.execute(
    tx,
  )
  await writing(tx)
    .updateTable('file_holdings')
    .set({ holder: to })
    .where('kind', '=', 'circle')
    .where('holder', '=', from)
    .execute()
  await writing(tx).updateTable('files').set({ circle: to }).where('circle', '=', from).execute()
}

export async function filesReshaped(
  db: Reader,
  { circle, to }: Reshaping,
  { words }: Telling,
): Promise<string[]> {
  const { files } = await reading(db)
    .selectFrom('file_holdings')
    .select((eb) => eb.fn.countAll<number>().as('files'))
    .where('kind', '=', 'circle')
    .where('holder', '=', circle)
    .executeTakeFirstOrThrow()
  if (!to || files === 0) return []
  return [
    words.say(
      /*i18n*/ {
        id: 'files.bequest',
        message: '{files, plural, one {Its file goes} other {Its # files go}} to {to}.',
      },
      { files, to: to.name },
    ),
  ]
}
