/** Support for a text, and objections to lines of the draft roll. */
import type { Reader, Transaction } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { note } from '#kernel/record.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { Answered } from '../rules/life/roll.ts'
import {
  type By,
  type Contest,
  type ContestId,
  type Decision,
  type DecisionId,
  reading,
  topicOf,
  writing,
} from './tables.ts'

/** Who supports a text, first come first. */
export async function supportersOf(
  db: Reader,
  decision: DecisionId,
  text: number,
): Promise<PersonId[]> {
  const rows = await reading(db)
    .selectFrom('decision_support')
    .select('person')
    .where('decision', '=', decision)
    .where('text', '=', text)
    .orderBy('at')
    .execute()
  return rows.map(({ person }) => person)
}

/** Gives support to the text that stands, or takes it back; said twice it changes nothing. */
export async function support(
  tx: Transaction,
  { id: decision, text }: Decision,
  { person, on }: { person: PersonId; on: boolean },
  { by, now }: By,
): Promise<void> {
  const row = { decision, text, person }
  const changed = on
    ? await writing(tx)
        .insertInto('decision_support')
        .values({ ...row, at: now })
        .onConflict((oc) => oc.doNothing())
        .executeTakeFirst()
        .then(({ numInsertedOrUpdatedRows }) => numInsertedOrUpdatedRows)
    : await writing(tx)
        .deleteFrom('decision_support')
        .where('decision', '=', decision)
        .where('text', '=', text)
        .where('person', '=', person)
        .executeTakeFirst()
        .then(({ numDeletedRows }) => numDeletedRows)
  if (changed !== 1n) return
  const data = { decision, text, on }
  await note(tx, topicOf(decision), [{ kind: 'decision.supported', data }], { now, actor: by })
}

/** Objections to the roll, the first made first. */
export function contestsOf(db: Reader, decision: DecisionId): Promise<Contest[]> {
  return reading(db)
    .selectFrom('decision_contests')
    .selectAll()
    .where('decision', '=', decision)
    .orderBy('id')
    .execute()
}

/** The answers that hold for the roll: those that change a line, later ones after earlier ones. */
export function answersIn(contests: readonly Contest[]): { member: string; answer: Answered }[] {
  return contests
    .filter((one) => one.answered_at !== null)
    .toSorted((a, b) => ((a.answered_at ?? '') < (b.answered_at ?? '') ? -1 : 1))
    .flatMap(({ member, answer }) => (answer === null ? [] : [{ member, answer }]))
}

export async function makeContest(
  tx: Transaction,
  { id: decision }: Decision,
  { member, says }: { member: string; says: string },
  { by, now }: { by: PersonId; now: string },
): Promise<ContestId> {
  const id = newId('cts', Date.parse(now))
  await writing(tx)
    .insertInto('decision_contests')
    .values({ id, decision, member, by, says, at: now })
    .execute()
  const data = { decision, contest: id, member }
  await note(tx, topicOf(decision), [{ kind: 'decision.contested', data }], { now, actor: by })
  return id
}

/** Answers an objection; false when it was answered before or is not there. */
export async function answerContest(
  tx: Transaction,
  { id: decision }: Decision,
  { contest, answer, reason }: { contest: ContestId; answer: Answered; reason: string },
  { by, now }: By,
): Promise<boolean> {
  const changed = await writing(tx)
    .updateTable('decision_contests')
    .set({ answer, reason, answered_by: by, answered_at: now })
    .where('id', '=', contest)
    .where('decision', '=', decision)
    .where('answer', 'is', null)
    .executeTakeFirst()
  if (changed.numUpdatedRows !== 1n) return false
  const data = { decision, contest, answer }
  await note(tx, topicOf(decision), [{ kind: 'decision.answered', data }], { now, actor: by })
  return true
}
