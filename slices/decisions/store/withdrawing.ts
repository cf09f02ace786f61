/** Options that withdrew while ballots were cast. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { note } from '#kernel/record.ts'
import {
  type Decision,
  type DecisionId,
  reading,
  topicOf,
  type Withdrawal,
  writing,
} from './tables.ts'

/** Those that withdrew, by the number of their option. */
export function withdrawalsOf(db: Reader, decision: DecisionId): Promise<Withdrawal[]> {
  return reading(db)
    .selectFrom('decision_withdrawals')
    .selectAll()
    .where('decision', '=', decision)
    .orderBy('option')
    .execute()
}

/** Takes an option out of the count of a decision that the transaction holds. */
export async function writeWithdrawal(
  tx: Transaction,
  { id: decision, circle }: Decision,
  { option, words }: { option: number; words: string },
  { by, now }: { by: string; now: Instant },
): Promise<void> {
  await writing(tx)
    .insertInto('decision_withdrawals')
    .values({ decision, circle, option, words, by, at: now })
    .execute()
  const data = { decision, option }
  const entries = [{ kind: 'decision.option-withdrawn', data }]
  await note(tx, topicOf(decision), entries, { now, actor: by })
}

/** What somebody who is erased said with it goes. */
export async function forgetWithdrawalWords(tx: Transaction, person: string): Promise<void> {
  await writing(tx)
    .updateTable('decision_withdrawals')
    .set({ words: '' })
    .where('by', '=', person)
    .where('words', '<>', '')
    .execute()
}
