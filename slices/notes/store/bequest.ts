/** What becomes of notes when their circle closes: they go to the one that comes after it. */
import type { Reader, Transaction } from '#kernel/database.ts'
import type { Entry } from '#kernel/record.ts'
import { bequestIn, type Reshaping } from '#slices/circles/index.ts'
import type { Telling } from '#slices/people/index.ts'
import { unfind } from './finding.ts'
import { reading, writing } from './tables.ts'

export async function bequeathNotes(tx: Transaction, entry: Entry): Promise<void> {
  const bequest = bequestIn(entry)
  if (!bequest) return
  const moved = await writing(tx)
    .updateTable('notes')
    .set({ holder: bequest.to })
    .where('holder_kind', '=', 'circle')
    .where('holder', '=', bequest.from)
    .returning('id')
    .execute()
  for (const { id } of moved) await unfind(tx, id)
}

export async function notesReshaped(
  db: Reader,
  { circle, to }: Reshaping,
  { words }: Telling,
): Promise<string[]> {
  const { notes } = await reading(db)
    .selectFrom('notes')
    .select((eb) => eb.fn.countAll<number>().as('notes'))
    .where('holder_kind', '=', 'circle')
    .where('holder', '=', circle)
    .executeTakeFirstOrThrow()
  if (!to || notes === 0) return []
  return [
    words.say(
      /*i18n*/ {
        id: 'notes.bequest',
        message:
          '{notes, plural, one {Its note goes} other {Its # notes go}} to {to}, whose members read and write there from then on.',
      },
      { notes, to: to.name },
    ),
  ]
}
