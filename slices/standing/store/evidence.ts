/** Writing evidence: rows are added, never changed; each is told in the ledger of its circle. */
import { sql } from 'kysely'
import type { Reader, Transaction } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { note } from '#kernel/record.ts'
import type { CircleId, MemberId } from '#slices/circles/index.ts'
import type { Day } from '../rules/days.ts'
import {
  type By,
  type EvidenceId,
  ledgerOf,
  reading,
  type Source,
  type Tables,
  writing,
} from './tables.ts'

export type Evidence = Tables['evidence']
export type NewEvidence = {
  member: MemberId
  unit: string
  amount: number
  happened: Day
  duty: string | null
  corrects: EvidenceId | null
  note: string
  /** What makes it known again; null for what is written by hand. */
  key: string | null
}
export type Adding = { circle: CircleId; source: Source; known: Day }

const ROWS_AT_ONCE = 1000

/** Adds evidence; what is known already by its key is left out. Answers what was added. */
export async function addEvidence(
  tx: Transaction,
  { circle, source, known }: Adding,
  all: readonly NewEvidence[],
  { by, now }: By,
): Promise<Evidence[]> {
  const rows = all.map(({ key, ...rest }): Evidence => ({
    ...rest,
    id: newId('evd', Date.parse(now)),
    circle,
    known,
    known_at: now,
    source,
    source_key: key,
    by,
  }))
  const added: Evidence[] = []
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const written = await writing(tx)
      .insertInto('evidence')
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .onConflict((oc) =>
        oc
          .columns(['circle', 'source', 'source_key'])
          .where('source_key', 'is not', null)
          .doNothing(),
      )
      .returningAll()
      .execute()
    added.push(...written)
  }
  const facts = added.map(({ id, member, unit, amount, happened, corrects }) => ({
    kind: corrects === null ? 'evidence.recorded' : 'evidence.corrected',
    data: { evidence: id, member, unit, amount, happened, source, corrects },
  }))
  await note(tx, ledgerOf(circle), facts, { now, actor: by })
  return added
}

/** One piece of evidence in a circle; null when there is none of this id there. */
export async function evidenceOf(
  db: Reader,
  circle: CircleId,
  id: EvidenceId,
): Promise<Evidence | null> {
  const row = await reading(db)
    .selectFrom('evidence')
    .selectAll()
    .where('circle', '=', circle)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** Holds a piece until the transaction ends, and answers how much of it still stands. */
export async function standingAmount(tx: Transaction, id: EvidenceId): Promise<number> {
  const own = writing(tx)
  const first = await own
    .selectFrom('evidence')
    .select('amount')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const { sum } = await own
    .selectFrom('evidence')
    .select(sql<string | null>`sum(amount)`.as('sum'))
    .where('corrects', '=', id)
    .executeTakeFirstOrThrow()
  return first.amount + Number(sum ?? 0)
}

export type Page = { member?: MemberId; after?: EvidenceId | null; limit: number }

/** Evidence of a circle or of one of its members, the newest first, after one that was shown. */
export async function listEvidence(
  db: Reader,
  circle: CircleId,
  { member, after = null, limit }: Page,
): Promise<Evidence[]> {
  let query = reading(db).selectFrom('evidence').selectAll().where('circle', '=', circle)
  if (member) query = query.where('member', '=', member)
  if (after) query = query.where('id', '<', after)
  return query.orderBy('id', 'desc').limit(limit).execute()
}

/** The latest payment of a member of this amount that was not sent back yet. */
export async function paymentToReturn(
  tx: Transaction,
  circle: CircleId,
  { member, unit, amount, until }: { member: MemberId; unit: string; amount: number; until: Day },
): Promise<EvidenceId | null> {
  const row = await writing(tx)
    .selectFrom('evidence as one')
    .select('one.id')
    .where('one.circle', '=', circle)
    .where('one.member', '=', member)
    .where('one.unit', '=', unit)
    .where('one.amount', '=', amount)
    .where('one.happened', '<=', until)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('evidence as other')
            .select('other.id')
            .whereRef('other.corrects', '=', 'one.id'),
        ),
      ),
    )
    .orderBy('one.happened', 'desc')
    .orderBy('one.id', 'desc')
    .executeTakeFirst()
  return row?.id ?? null
}
