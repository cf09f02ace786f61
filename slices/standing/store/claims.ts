/** What members say they gave, and what was answered. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { note } from '#kernel/record.ts'
import type { CircleId, MemberId } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import {
  type Answer,
  type By,
  type ClaimId,
  type EvidenceId,
  ledgerOf,
  reading,
  type Tables,
  writing,
} from './tables.ts'

export type Claim = Tables['claims']
export type NewClaim = Pick<
  Claim,
  'circle' | 'member' | 'unit' | 'amount' | 'happened' | 'duty' | 'said'
>

export async function addClaim(
  tx: Transaction,
  claim: NewClaim,
  { by, now }: { by: PersonId; now: Instant },
): Promise<ClaimId> {
  const id = newId('clm', Date.parse(now))
  await writing(tx)
    .insertInto('claims')
    .values({
      ...claim,
      id,
      by,
      claimed_at: now,
      answer: null,
      answered_by: null,
      answered_at: null,
      why: '',
      evidence: null,
    })
    .execute()
  const { circle, member, unit, amount, happened } = claim
  const data = { claim: id, member, unit, amount, happened }
  await note(tx, ledgerOf(circle), [{ kind: 'claim.made', data }], { now, actor: by })
  return id
}

/** One claim in a circle, held until the transaction ends. */
export async function lockClaim(
  tx: Transaction,
  circle: CircleId,
  id: ClaimId,
): Promise<Claim | null> {
  const row = await writing(tx)
    .selectFrom('claims')
    .selectAll()
    .where('circle', '=', circle)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

export type Answering = { answer: Answer; why: string; evidence: EvidenceId | null }

export async function answerClaim(
  tx: Transaction,
  { id, circle }: Pick<Claim, 'id' | 'circle'>,
  { answer, why, evidence }: Answering,
  { by, now }: By,
): Promise<void> {
  await writing(tx)
    .updateTable('claims')
    .set({ answer, why, evidence, answered_by: by, answered_at: now })
    .where('id', '=', id)
    .execute()
  const data = { claim: id, answer, evidence }
  await note(tx, ledgerOf(circle), [{ kind: 'claim.answered', data }], { now, actor: by })
}

/** Claims that wait, the oldest first; or all of one member, the newest first. */
export async function claimsOf(
  db: Reader,
  circle: CircleId,
  member: MemberId | null,
): Promise<Claim[]> {
  const query = reading(db).selectFrom('claims').selectAll().where('circle', '=', circle)
  return member === null
    ? query.where('answer', 'is', null).orderBy('claimed_at').limit(500).execute()
    : query.where('member', '=', member).orderBy('claimed_at', 'desc').limit(100).execute()
}

export async function openClaimCount(db: Reader, circle: CircleId, member: MemberId) {
  const row = await reading(db)
    .selectFrom('claims')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('circle', '=', circle)
    .where('member', '=', member)
    .where('answer', 'is', null)
    .executeTakeFirst()
  return row?.count ?? 0
}
