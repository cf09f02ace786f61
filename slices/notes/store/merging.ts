/** Two records of one person become one: notes they made, and doors they came in by. */
import type { Reader } from '#kernel/database.ts'
import { countOwned } from '#kernel/handing-over.ts'
import type { Foretold, Pair, Telling } from '#slices/people/index.ts'

const MADE = { table: 'notes', column: 'made_by', key: ['id'] }

export const OWNED = [
  MADE,
  { table: 'note_comments', column: 'who', key: ['id'] },
  { table: 'note_doors', column: 'holder', key: ['note'], once: ['note'] },
]

/** What is written stays as it was written, under the name of the person that it is. */
export async function foretellNotes(
  db: Reader,
  { other }: Pair,
  { words }: Telling,
): Promise<Foretold> {
  const [notes, wrote] = await Promise.all([
    countOwned(db, MADE, other),
    countOwned(db, { table: 'note_clients', column: 'who' }, other),
  ])
  if (notes + wrote === 0) return { says: [] }
  return {
    says: [
      words.say(
        /*i18n*/ {
          id: 'notes.merge-says',
          message:
            '{notes, plural, =0 {Words that the other record wrote} one {A note that the other record made, and words it wrote,} other {# notes that the other record made, and words it wrote,}} will bear the name of the kept record.',
        },
        { notes },
      ),
    ],
  }
}
