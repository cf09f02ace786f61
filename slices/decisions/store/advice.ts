/** The advice process: who was asked, what was advised, and the decision of whoever proposed it. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { note } from '#kernel/record.ts'
import { coop, isInside } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { AdvicePart } from '../rules/count/published.ts'
import {
  type Advice,
  type Asking,
  type Decision,
  type DecisionId,
  reading,
  topicOf,
  writing,
} from './tables.ts'

/** Who was asked for advice, the first asked first. */
export function askingsOf(db: Reader, decision: DecisionId): Promise<Asking[]> {
  return reading(db)
    .selectFrom('decision_askings')
    .selectAll()
    .where('decision', '=', decision)
    .orderBy('at')
    .orderBy('person')
    .execute()
}

/** What was advised, the first given first. */
export function adviceOf(db: Reader, decision: DecisionId): Promise<Advice[]> {
  return reading(db)
    .selectFrom('decision_advice')
    .selectAll()
    .where('decision', '=', decision)
    .orderBy('at')
    .orderBy('person')
    .execute()
}

/** Everybody who was asked for advice or gave some. */
export async function advisersOf(db: Reader, decision: DecisionId): Promise<PersonId[]> {
  const all = [...(await askingsOf(db, decision)), ...(await adviceOf(db, decision))]
  return [...new Set(all.map(({ person }) => person))]
}

/** Who was asked and is outside by now, so that nobody waits for them. */
async function goneOf(
  db: Reader,
  { circle }: Pick<Decision, 'circle'>,
  asked: readonly Asking[],
): Promise<Set<string>> {
  const gone = new Set<string>()
  for (const { person } of asked) if (!(await isInside(db, person, circle))) gone.add(person)
  return gone
}

/** What was heard of a decision: its rows, and as the rules look at it. */
export async function heardOf(db: Reader, decision: Pick<Decision, 'id' | 'circle'>, zone: string) {
  const [asked, given] = await Promise.all([askingsOf(db, decision.id), adviceOf(db, decision.id)])
  const gone = await goneOf(db, decision, asked)
  const whom = asked.map(({ person, at }) => ({ person, at, gone: gone.has(person) }))
  return { asked, given, gone, heard: { asked: whom, given, zone } }
}

/** Asks somebody for advice; false when they were asked before. */
export async function askForAdvice(
  tx: Transaction,
  { id: decision, circle }: Decision,
  { person, why }: { person: PersonId; why: string },
  { by, now }: { by: PersonId; now: Instant },
): Promise<boolean> {
  const asked = await writing(tx)
    .insertInto('decision_askings')
    .values({ decision, circle, person, why, by, at: now })
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst()
  if (asked.numInsertedOrUpdatedRows !== 1n) return false
  const data = { decision, person }
  await note(tx, topicOf(decision), [{ kind: 'decision.advice-asked', data }], { now, actor: by })
  return true
}

/** Gives advice, or says it otherwise; answers whether it is new. */
export async function giveAdvice(
  tx: Transaction,
  { id: decision, circle }: Decision,
  { person, words }: { person: PersonId; words: string },
  now: Instant,
): Promise<boolean> {
  const { changes } = await writing(tx)
    .insertInto('decision_advice')
    .values({ decision, circle, person, words, at: now })
    .onConflict((oc) =>
      oc.columns(['decision', 'person']).doUpdateSet((eb) => ({
        words,
        changes: eb('decision_advice.changes', '+', 1),
      })),
    )
    .returning('changes')
    .executeTakeFirstOrThrow()
  const data = { decision, again: changes > 0 }
  await note(tx, topicOf(decision), [{ kind: 'decision.advised', data }], { now, actor: person })
  return changes === 0
}

/** What is published of advice; null where a decision is not decided so. */
export async function advicePart(db: Reader, decision: Decision): Promise<AdvicePart | null> {
  if (decision.ruling?.kind.method.kind !== 'advice') return null
  const zone = (await coop(db))?.zone ?? 'UTC'
  const { asked, given, gone } = await heardOf(db, decision, zone)
  return {
    zone,
    asked: asked.map(({ person, at }) => ({
      person,
      at,
      ...(gone.has(person) ? { gone: true as const } : {}),
    })),
    given: given.map(({ person, at, taken }) => ({ person, at, taken })),
    does: decision.does ?? false,
    by: decision.outcome_by ?? decision.made_by,
  }
}

/** The words of somebody who is erased go; that they were asked and advised stays. */
export async function forgetAdvice(tx: Transaction, person: PersonId): Promise<void> {
  await writing(tx)
    .updateTable('decision_advice')
    .set({ words: '' })
    .where('person', '=', person)
    .execute()
  // Why it was taken or not was written by whoever decided it.
  await writing(tx)
    .updateTable('decision_advice')
    .set({ why: '' })
    .where('decision', 'in', (eb) =>
      eb.selectFrom('decisions').select('id').where('made_by', '=', person),
    )
    .where('taken', 'is not', null)
    .execute()
  await writing(tx)
    .updateTable('decision_askings')
    .set({ why: '' })
    .where('by', '=', person)
    .execute()
}
