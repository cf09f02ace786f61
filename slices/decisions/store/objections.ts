/** Objections to a text while it is talked about, each with the steps that were taken with it. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { note } from '#kernel/record.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { ObjectionState } from '../rules/consent/objections.ts'
import { ballotsOf } from './ballots.ts'
import { judgmentsOf } from './judgments.ts'
import {
  type By,
  type Decision,
  type DecisionId,
  type Objection,
  type ObjectionId,
  type ObjectionStep,
  reading,
  topicOf,
  writing,
} from './tables.ts'

/** Those of a decision, the first made first. */
export function objectionsOf(db: Reader, decision: DecisionId): Promise<Objection[]> {
  return reading(db)
    .selectFrom('decision_objections')
    .selectAll()
    .where('decision', '=', decision)
    .orderBy('id')
    .execute()
}

export async function objectionOf(
  db: Reader,
  decision: DecisionId,
  id: ObjectionId,
): Promise<Objection | null> {
  return (await objectionsOf(db, decision)).find((one) => one.id === id) ?? null
}

/** What was done with the objections of a decision, in its order. */
export function stepsOf(db: Reader, decision: DecisionId): Promise<ObjectionStep[]> {
  return reading(db)
    .selectFrom('decision_objection_steps')
    .innerJoin('decision_objections', 'decision_objections.id', 'objection')
    .selectAll('decision_objection_steps')
    .where('decision', '=', decision)
    .orderBy('objection')
    .orderBy('number')
    .execute()
}

type Made = Pick<Objection, 'member' | 'harm' | 'would_answer'> & { by: string }

async function writeObjection(
  tx: Transaction,
  { id: decision, circle }: Pick<Decision, 'id' | 'circle'>,
  made: Made & Pick<Objection, 'text' | 'carried_from'>,
  now: Instant,
): Promise<ObjectionId> {
  const id = newId('obj', Date.parse(now))
  await writing(tx)
    .insertInto('decision_objections')
    .values({ id, decision, circle, ...made, at: now, state: 'open' })
    .execute()
  return id
}

/** Objects to the text that stands. */
export async function makeObjection(
  tx: Transaction,
  held: Decision,
  { member, harm, wouldAnswer }: { member: string; harm: string; wouldAnswer: string },
  { by, now }: { by: PersonId; now: Instant },
): Promise<ObjectionId> {
  const made = { member, by, harm, would_answer: wouldAnswer }
  const id = await writeObjection(tx, held, { ...made, text: held.text, carried_from: null }, now)
  const data = { decision: held.id, objection: id, member, text: held.text }
  await note(tx, topicOf(held.id), [{ kind: 'decision.objected', data }], { now, actor: by })
  return id
}

type Stepped = { state: ObjectionState; words: string; text: number; due?: Instant | null }

/** What becomes of an objection; answers the number of the step. */
export async function writeStep(
  tx: Transaction,
  { id, decision }: Pick<Objection, 'id' | 'decision'>,
  { state, words, text, due = null }: Stepped,
  { by, now }: By,
): Promise<number> {
  const { last } = await writing(tx)
    .selectFrom('decision_objection_steps')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('objection', '=', id)
    .executeTakeFirstOrThrow()
  const number = (last ?? 0) + 1
  await writing(tx)
    .insertInto('decision_objection_steps')
    .values({ objection: id, number, state, by, words, text, at: now })
    .execute()
  await writing(tx)
    .updateTable('decision_objections')
    .set({ state, due_at: due })
    .where('id', '=', id)
    .execute()
  const data = { decision, objection: id, state, text }
  await note(tx, topicOf(decision), [{ kind: 'decision.objection-step', data }], {
    now,
    actor: by,
  })
  return number
}

/** Answered ones of proposals in talk, to which whoever objected said nothing in time. */
export function silentObjections(
  db: Reader,
  now: Instant,
): Promise<Pick<Objection, 'id' | 'decision'>[]> {
  return reading(db)
    .selectFrom('decision_objections')
    .innerJoin('decisions', 'decisions.id', 'decision')
    .select(['decision_objections.id', 'decision'])
    .where('decision_objections.state', '=', 'answered')
    .where('due_at', '<=', now)
    .where('decisions.state', '=', 'talk')
    .orderBy('decision_objections.id')
    .execute()
}

/** The ballots of a counted decision that object and stood, with their reasons. */
export async function stoodIn(db: Reader, decision: DecisionId): Promise<Made[]> {
  const [ballots, judged] = await Promise.all([ballotsOf(db, decision), judgmentsOf(db, decision)])
  return ballots
    .filter(({ vote }) => vote.kind === 'answer' && vote.answer === 'object')
    .filter(({ member }) => !judged.some((one) => one.member === member))
    .map(({ member, by, said }) => ({ member, by, harm: said, would_answer: '' }))
}

/** Carries objections along to a draft that follows; answers how many. */
export async function carryOver(
  tx: Transaction,
  from: DecisionId,
  to: Pick<Decision, 'id' | 'circle'>,
  { by, now }: By,
): Promise<number> {
  const stood = await stoodIn(tx, from)
  for (const one of stood)
    await writeObjection(tx, to, { ...one, text: 0, carried_from: from }, now)
  const data = { decision: to.id, from, objections: stood.length }
  const entries = [{ kind: 'decision.objections-carried', data }]
  if (stood.length > 0) await note(tx, topicOf(to.id), entries, { now, actor: by })
  return stood.length
}

/** What somebody who is erased wrote goes; that they objected stays. */
export async function forgetObjections(tx: Transaction, person: string): Promise<void> {
  await writing(tx)
    .updateTable('decision_objections')
    .set({ harm: '', would_answer: '' })
    .where('by', '=', person)
    .execute()
  await writing(tx)
    .updateTable('decision_objection_steps')
    .set({ words: '' })
    .where('by', '=', person)
    .where('words', '<>', '')
    .execute()
}
