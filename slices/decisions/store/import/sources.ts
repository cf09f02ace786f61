/** Where decisions were made that were not made here. */
import type { Reader, Transaction } from '#kernel/database.ts'
import { publishedOf } from '../counting.ts'
import { type DecisionId, reading, writing } from '../tables.ts'

/** Where a decision comes from, and who took part there; null where it was made here. */
export async function sourceOf(db: Reader, decision: DecisionId) {
  const shown = await reading(db)
    .selectFrom('decision_sources')
    .select(['origin', 'link', 'assumed', 'anonymous'])
    .where('decision', '=', decision)
    .executeTakeFirst()
  if (!shown) return null
  const published = await publishedOf(db, decision)
  const entries = published?.roll.entries ?? []
  return {
    shown,
    turnout: { eligible: entries.length, voted: entries.filter(({ voted }) => voted).length },
  }
}

/** What somebody who is erased was called where they came from goes. */
export async function forgetNameElsewhere(tx: Transaction, person: string): Promise<void> {
  await writing(tx)
    .deleteFrom('imported')
    .where('what', '=', 'person')
    .where('id', '=', person)
    .execute()
}
