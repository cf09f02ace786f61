/** What becomes of gatherings when their circle closes: they are those of the one that comes after it. */
import type { Reader, Transaction } from '#kernel/database.ts'
import type { Entry } from '#kernel/record.ts'
import { bequestIn, type Reshaping } from '#slices/circles/index.ts'
import type { Telling } from '#slices/people/index.ts'
import { reading, writing } from './tables.ts'

export async function bequeathGatherings(tx: Transaction, entry: Entry): Promise<void> {
  const bequest = bequestIn(entry)
  if (!bequest) return
  await writing(tx)
    .updateTable('gatherings')
    .set({ circle: bequest.to })
    .where('circle', '=', bequest.from)
    .execute()
}

export async function gatheringsReshaped(
  db: Reader,
  { circle, to, act }: Reshaping,
  { words, now }: Telling,
): Promise<string[]> {
  const { coming } = await reading(db)
    .selectFrom('gatherings')
    .select((eb) => eb.fn.countAll<number>().as('coming'))
    .where('circle', '=', circle)
    .where('starts_at', '>', now)
    .where('cancelled_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (coming === 0) return []
  if (to)
    return [
      words.say(
        /*i18n*/ {
          id: 'gatherings.bequest',
          message:
            '{coming, plural, one {Its gathering to come will be one} other {Its # gatherings to come will be gatherings}} of {to}, whose members may come; past ones, too.',
        },
        { coming, to: to.name },
      ),
    ]
  if (act !== 'rest') return []
  return [
    words.say(
      /*i18n*/ {
        id: 'gatherings.rest',
        message:
          '{coming, plural, one {# gathering is called already. Call it off} other {# gatherings are called already. Call them off}} if it shall not be.',
      },
      { coming },
    ),
  ]
}
