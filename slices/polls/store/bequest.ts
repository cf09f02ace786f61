/** What becomes of polls when their circle closes: they go to the one that comes after it. */
import type { Reader, Transaction } from '#kernel/database.ts'
import type { Entry } from '#kernel/record.ts'
import { bequestIn, type Reshaping } from '#slices/circles/index.ts'
import type { Telling } from '#slices/people/index.ts'
import { reading, writing } from './tables.ts'

/** How members wished letters there ends with it. */
export async function bequeathPolls(tx: Transaction, entry: Entry): Promise<void> {
  const bequest = bequestIn(entry)
  if (!bequest) return
  const { from, to } = bequest
  await writing(tx).updateTable('polls').set({ circle: to }).where('circle', '=', from).execute()
  await writing(tx).deleteFrom('poll_mutes').where('circle', '=', from).execute()
}

export async function pollsReshaped(
  db: Reader,
  { circle, to }: Reshaping,
  { words }: Telling,
): Promise<string[]> {
  if (!to) return []
  const { polls } = await reading(db)
    .selectFrom('polls')
    .select((eb) => eb.fn.countAll<number>().as('polls'))
    .where('circle', '=', circle)
    .executeTakeFirstOrThrow()
  if (Number(polls) === 0) return []
  return [
    words.say(
      /*i18n*/ {
        id: 'polls.bequest',
        message:
          '{polls, plural, one {Its poll will be one} other {Its # polls will be polls}} of {to}, whose members read and answer.',
      },
      { polls: Number(polls), to: to.name },
    ),
  ]
}
