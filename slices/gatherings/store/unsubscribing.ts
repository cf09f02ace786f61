/** Who wants no more mail of a kind. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { reading, type Tables, writing } from './tables.ts'

/** Whether an address wants no more mail of a kind. */
export async function isUnsubscribed(
  db: Reader,
  email: string,
  kind: Tables['unsubscribes']['kind'],
): Promise<boolean> {
  const found = await reading(db)
    .selectFrom('unsubscribes')
    .select('at')
    .where('email', '=', email)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return found !== undefined
}

export async function unsubscribe(
  tx: Transaction,
  email: string,
  kind: Tables['unsubscribes']['kind'],
  now: Instant,
): Promise<void> {
  await writing(tx)
    .insertInto('unsubscribes')
    .values({ email, kind, at: now })
    .onConflict((oc) => oc.doNothing())
    .execute()
}

export async function subscribeAgain(
  tx: Transaction,
  email: string,
  kind: Tables['unsubscribes']['kind'],
): Promise<void> {
  await writing(tx)
    .deleteFrom('unsubscribes')
    .where('email', '=', email)
    .where('kind', '=', kind)
    .execute()
}
