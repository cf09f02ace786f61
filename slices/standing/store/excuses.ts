/** Hardship: asked for, answered, granted. What somebody wrote stays out of the record. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { note } from '#kernel/record.ts'
import type { CircleId, MemberId } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { Day } from '../rules/days.ts'
import {
  type By,
  type ExcuseId,
  type ExcuseRequestId,
  ledgerOf,
  reading,
  type Tables,
  writing,
} from './tables.ts'

export type ExcuseRequest = Tables['excuse_requests']
export type NewRequest = Pick<ExcuseRequest, 'circle' | 'member' | 'duty' | 'until' | 'said'>
export type Excusing = Omit<Tables['excuses'], 'id' | 'known' | 'by'>

/** Grants hardship; `known`: today. */
export async function excuse(
  tx: Transaction,
  excusing: Excusing,
  known: Day,
  { by, now }: By,
): Promise<ExcuseId> {
  const id = newId('exc', Date.parse(now))
  await writing(tx)
    .insertInto('excuses')
    .values({ ...excusing, id, known, by })
    .execute()
  const { circle, ...said } = excusing
  await note(tx, ledgerOf(circle), [{ kind: 'member.excused', data: { excuse: id, ...said } }], {
    now,
    actor: by,
  })
  return id
}

/** Asks; null when an earlier request of this member still waits. */
export async function askExcuse(
  tx: Transaction,
  request: NewRequest,
  { by, now }: { by: PersonId; now: Instant },
): Promise<ExcuseRequestId | null> {
  const open = { answer: null, answered_by: null, answered_at: null, why: '', excuse: null }
  const row = await writing(tx)
    .insertInto('excuse_requests')
    .values({ ...request, ...open, id: newId('exr', Date.parse(now)), by, asked_at: now })
    .onConflict((oc) => oc.columns(['circle', 'member']).where('answer', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) return null
  const { circle, member } = request
  const data = { request: row.id, member }
  await note(tx, ledgerOf(circle), [{ kind: 'excuse.asked', data }], { now, actor: by })
  return row.id
}

/** One request in a circle, held until the transaction ends. */
export async function lockRequest(
  tx: Transaction,
  circle: CircleId,
  id: ExcuseRequestId,
): Promise<ExcuseRequest | null> {
  const row = await writing(tx)
    .selectFrom('excuse_requests')
    .selectAll()
    .where('circle', '=', circle)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

export type Answering = Pick<ExcuseRequest, 'answer' | 'why' | 'excuse'>

export async function answerRequest(
  tx: Transaction,
  { id, circle, member }: ExcuseRequest,
  answering: Answering,
  { by, now }: By,
): Promise<void> {
  await writing(tx)
    .updateTable('excuse_requests')
    .set({ ...answering, answered_by: by, answered_at: now })
    .where('id', '=', id)
    .execute()
  const data = { request: id, member, answer: answering.answer }
  await note(tx, ledgerOf(circle), [{ kind: 'excuse.answered', data }], { now, actor: by })
}

/** Requests that wait, the oldest first; or all of one member, the newest first. */
export async function requestsOf(
  db: Reader,
  circle: CircleId,
  member: MemberId | null,
): Promise<ExcuseRequest[]> {
  const query = reading(db).selectFrom('excuse_requests').selectAll().where('circle', '=', circle)
  return member === null
    ? query.where('answer', 'is', null).orderBy('asked_at').limit(500).execute()
    : query.where('member', '=', member).orderBy('asked_at', 'desc').limit(20).execute()
}
