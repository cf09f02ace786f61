/** Motions with their texts and seconders. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { holdTopic, note } from '#kernel/record.ts'
import type { CircleId } from '#slices/circles/index.ts'
import type { DecisionId, Option, Way } from '#slices/decisions/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { Counted } from '../rules/counted.ts'
import type { Standing, State } from '../rules/motions.ts'
import {
  type By,
  type MotionId,
  reading,
  type Row,
  type TextRow,
  topicOf,
  writing,
} from './tables.ts'

/** A motion as it stands: its texts the first one first. */
export type Motion = Standing & { id: MotionId; row: Row; texts: TextRow[]; seconders: PersonId[] }

/** All motions of a gathering, the first moved first. */
export async function motionsOf(db: Reader, gathering: string): Promise<Motion[]> {
  const rows = await reading(db)
    .selectFrom('motions')
    .selectAll()
    .where('gathering', '=', gathering)
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const [texts, seconds] = await Promise.all([
    reading(db)
      .selectFrom('motion_texts')
      .selectAll()
      .where('motion', 'in', ids)
      .orderBy('number')
      .execute(),
    reading(db)
      .selectFrom('motion_seconds')
      .selectAll()
      .where('motion', 'in', ids)
      .orderBy('at')
      .execute(),
  ])
  return rows.map((row) => ({
    id: row.id,
    over: row.over,
    state: row.state,
    movedBy: row.moved_by,
    needed: row.needed,
    leaveAsked: row.leave_asked_at !== null,
    seconders: seconds.filter(({ motion }) => motion === row.id).map(({ person }) => person),
    texts: texts.filter(({ motion }) => motion === row.id),
    row,
  }))
}

/** As `motionsOf`; nobody else changes them until the transaction ends. */
export async function holdMotions(tx: Transaction, gathering: string): Promise<Motion[]> {
  await holdTopic(tx, topicOf(gathering))
  return motionsOf(tx, gathering)
}

/** The motion whose vote a decision is; null for any other decision. */
export async function motionOfDecision(tx: Transaction, decision: string): Promise<Row | null> {
  const found = await writing(tx)
    .selectFrom('motions')
    .selectAll()
    .where('decision', '=', decision as DecisionId)
    .executeTakeFirst()
  return found ?? null
}

export type NewMotion = {
  gathering: string
  circle: CircleId
  kind: string
  over: MotionId | null
  needed: number
  title: string
  question: string
  options: Option[]
  seats: number
  announced?: DecisionId
}

export async function insertMotion(
  tx: Transaction,
  { title, question, options, ...given }: NewMotion,
  { by, now }: { by: PersonId; now: Instant },
): Promise<MotionId> {
  const id = newId('mot', Date.parse(now))
  const row = { ...given, id, state: 'moved' as const, moved_by: by, moved_at: now }
  await writing(tx)
    .insertInto('motions')
    .values({ ...row, options: JSON.stringify(options) })
    .execute()
  const text = { motion: id, number: 1, title, question, amendment: null, by, at: now }
  await writing(tx).insertInto('motion_texts').values(text).execute()
  const data = { motion: id, over: given.over, decides: given.kind }
  await note(tx, topicOf(given.gathering), [{ kind: 'motion.moved', data }], { now, actor: by })
  return id
}

export async function insertSecond(
  tx: Transaction,
  { id, gathering }: Pick<Row, 'id' | 'gathering'>,
  { by, now }: { by: PersonId; now: Instant },
): Promise<void> {
  await writing(tx)
    .insertInto('motion_seconds')
    .values({ motion: id, person: by, at: now })
    .execute()
  await tell(tx, gathering, { kind: 'motion.seconded', data: { motion: id } }, { by, now })
}

/** What was adopted is the text from now on. */
export async function insertText(
  tx: Transaction,
  text: Omit<TextRow, 'at'>,
  now: Instant,
): Promise<void> {
  await writing(tx)
    .insertInto('motion_texts')
    .values({ ...text, at: now })
    .execute()
}

type Told = { kind: string; data: Record<string, unknown> }

/** An entry of the record of a gathering's motions. */
export async function tell(
  tx: Transaction,
  gathering: string,
  told: Told,
  { by, now }: By,
): Promise<void> {
  await note(tx, topicOf(gathering), [told], { now, actor: by })
}

const OVER: ReadonlySet<State> = new Set(['counted', 'withdrawn', 'postponed', 'fell'])

/** Puts motions into a state, and says so; those that are over have an end. */
export async function putInto(
  tx: Transaction,
  gathering: string,
  { ids, state, more = {} }: { ids: readonly string[]; state: State; more?: object },
  { by, now }: By,
): Promise<void> {
  if (ids.length === 0) return
  await writing(tx)
    .updateTable('motions')
    .set({ state, ...(OVER.has(state) ? { ended_at: now } : {}) })
    .where('id', 'in', ids as MotionId[])
    .execute()
  const facts = ids.map((motion) => ({ kind: `motion.${state}`, data: { motion, ...more } }))
  await note(tx, topicOf(gathering), facts, { now, actor: by })
}

export async function setLeave(
  tx: Transaction,
  { id, gathering }: Pick<Row, 'id' | 'gathering'>,
  asked: boolean,
  { by, now }: By,
): Promise<void> {
  await writing(tx)
    .updateTable('motions')
    .set({ leave_asked_at: asked ? now : null })
    .where('id', '=', id)
    .execute()
  const kind = asked ? 'motion.leave-asked' : 'motion.leave-refused'
  await tell(tx, gathering, { kind, data: { motion: id } }, { by, now })
}

export async function setOptions(tx: Transaction, row: Row, options: Option[], by: By) {
  await writing(tx)
    .updateTable('motions')
    .set({ options: JSON.stringify(options) })
    .where('id', '=', row.id)
    .execute()
  await tell(tx, row.gathering, { kind: 'motion.option-added', data: { motion: row.id } }, by)
}

type Vote = { decision: DecisionId; way: Way; voters: number }

/** Its vote is open. */
export async function setVote(
  tx: Transaction,
  { id, gathering }: Pick<Row, 'id' | 'gathering'>,
  { decision, way, voters }: Vote,
  { by, now }: { by: PersonId; now: Instant },
): Promise<void> {
  await writing(tx)
    .updateTable('motions')
    .set({ state: 'voting', decision, way, put_by: by })
    .where('id', '=', id)
    .execute()
  const data = { motion: id, decision, way, voters }
  await tell(tx, gathering, { kind: 'motion.put', data }, { by, now })
}

export async function setCalled(
  tx: Transaction,
  { id, gathering, called }: Pick<Row, 'id' | 'gathering' | 'called'>,
  member: string,
  by: By,
): Promise<void> {
  const next = [...called.filter((one) => one !== member), member]
  await writing(tx)
    .updateTable('motions')
    .set({ called: JSON.stringify(next) })
    .where('id', '=', id)
    .execute()
  await tell(tx, gathering, { kind: 'motion.called', data: { motion: id, member } }, by)
}

export async function setCounted(
  tx: Transaction,
  { id, gathering }: Pick<Row, 'id' | 'gathering'>,
  counted: Counted,
  { by, now }: By,
): Promise<void> {
  await writing(tx)
    .updateTable('motions')
    .set({ state: 'counted', ended_at: now, counted: JSON.stringify(counted) })
    .where('id', '=', id)
    .execute()
  const data = { motion: id, ...counted }
  await tell(tx, gathering, { kind: 'motion.counted', data }, { by, now })
}

/** It goes on as a draft over days. */
export async function setDraft(tx: Transaction, id: MotionId, draft: DecisionId): Promise<void> {
  await writing(tx).updateTable('motions').set({ draft }).where('id', '=', id).execute()
}
