/** The lobby: who waits, and what the door answered. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { reading, writing } from './tables.ts'

export type Waiter = { who: string; name: string; kind: 'person' | 'guest'; since: Instant }

/** Those who wait, the longest first. */
export async function waitingIn(db: Reader, gathering: string): Promise<Waiter[]> {
  return reading(db)
    .selectFrom('lobby')
    .select(['who', 'name', 'kind', 'since'])
    .where('gathering', '=', gathering)
    .where('answer', 'is', null)
    .orderBy('since')
    .orderBy('who')
    .limit(1000)
    .execute()
}

/** What somebody was answered: null while they wait, undefined when they never did. */
export async function answerFor(db: Reader, gathering: string, who: string) {
  const row = await reading(db)
    .selectFrom('lobby')
    .select('answer')
    .where('gathering', '=', gathering)
    .where('who', '=', who)
    .executeTakeFirst()
  return row?.answer
}

/** Somebody waits; answers whether they did not before. */
export async function wait(tx: Transaction, gathering: string, waiter: Waiter): Promise<boolean> {
  const before = await answerFor(tx, gathering, waiter.who)
  await writing(tx)
    .insertInto('lobby')
    .values({ gathering, ...waiter, answer: null })
    .onConflict((oc) => oc.columns(['gathering', 'who']).doUpdateSet({ name: waiter.name }))
    .execute()
  return before === undefined
}

/** Answers somebody who waits; false when nobody of this id does. */
export async function answer(
  tx: Transaction,
  gathering: string,
  who: string,
  given: 'admitted' | 'denied',
): Promise<boolean> {
  const row = await writing(tx)
    .updateTable('lobby')
    .set({ answer: given })
    .where('gathering', '=', gathering)
    .where('who', '=', who)
    .executeTakeFirst()
  return row.numUpdatedRows > 0n
}
