/** Ballots that object, judged not valid by stewards while they are cast. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { note } from '#kernel/record.ts'
import type { PersonId } from '#slices/people/index.ts'
import {
  type Ballot,
  type Decision,
  type DecisionId,
  type Judgment,
  reading,
  topicOf,
  writing,
} from './tables.ts'

/** The judgments that hold: of ballots that were not changed since. */
export function judgmentsOf(db: Reader, decision: DecisionId): Promise<Judgment[]> {
  return reading(db)
    .selectFrom('decision_judgments')
    .innerJoin('decision_ballots', (join) =>
      join
        .onRef('decision_ballots.decision', '=', 'decision_judgments.decision')
        .onRef('decision_ballots.member', '=', 'decision_judgments.member')
        .onRef('decision_ballots.changes', '=', 'decision_judgments.changes'),
    )
    .selectAll('decision_judgments')
    .where('decision_judgments.decision', '=', decision)
    .orderBy('decision_judgments.member')
    .execute()
}

/** Judges a ballot of a decision that is open; false when it was judged already. */
export async function writeJudgment(
  tx: Transaction,
  { id: decision, circle }: Decision,
  { member, changes, words }: Pick<Ballot, 'member' | 'changes'> & { words: string },
  { by, now }: { by: PersonId; now: Instant },
): Promise<boolean> {
  const written = await writing(tx)
    .insertInto('decision_judgments')
    .values({ decision, circle, member, changes, by, words, at: now })
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst()
  if (written.numInsertedOrUpdatedRows !== 1n) return false
  // Whose ballot it is stands where ballots are read, which may be fewer than read the news.
  await note(tx, topicOf(decision), [{ kind: 'decision.judged', data: { decision } }], {
    now,
    actor: by,
  })
  return true
}

/** The words of a steward who is erased go; that it was judged stays. */
export async function forgetJudgments(tx: Transaction, person: string): Promise<void> {
  await writing(tx)
    .updateTable('decision_judgments')
    .set({ words: '' })
    .where('by', '=', person)
    .where('words', '<>', '')
    .execute()
}
