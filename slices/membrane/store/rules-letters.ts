/** Who is to be told that other rules hold. */
import type { Selectable } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { reading, type Tables, writing } from './tables.ts'

export type RulesLetter = Selectable<Tables['rules_letters']>

/** So many rows go into one statement. */
const AT_ONCE = 5000

export async function addLetters(tx: Transaction, letters: readonly RulesLetter[]): Promise<void> {
  for (let at = 0; at < letters.length; at += AT_ONCE)
    await writing(tx)
      .insertInto('rules_letters')
      .values(letters.slice(at, at + AT_ONCE))
      .onConflict((oc) => oc.doNothing())
      .execute()
}

/** Those who were not told yet, the longest waiting first. */
export async function lettersToSend(db: Reader): Promise<RulesLetter[]> {
  return reading(db)
    .selectFrom('rules_letters')
    .selectAll()
    .where('done_at', 'is', null)
    .orderBy('at')
    .limit(500)
    .execute()
}

/** Takes one letter to be sent; false when another node has. */
export async function takeLetter(
  tx: Transaction,
  { version, member }: Pick<RulesLetter, 'version' | 'member'>,
  now: Instant,
): Promise<boolean> {
  const taken = await writing(tx)
    .updateTable('rules_letters')
    .set({ done_at: now })
    .where('version', '=', version)
    .where('member', '=', member)
    .where('done_at', 'is', null)
    .executeTakeFirst()
  return taken.numUpdatedRows === 1n
}
