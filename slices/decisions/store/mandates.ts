/** Mandates: a decision of a member co-op that says how its delegate votes in another. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { note } from '#kernel/record.ts'
import type { CircleId } from '#slices/circles/index.ts'
import { constitutionOf, delegationSection, partOf } from '#slices/constitutions/index.ts'
import type { Vote } from '../rules/count/votes.ts'
import type { Bound } from '../rules/voices/mandates.ts'
import {
  type Decision,
  type DecisionId,
  type MandateRow,
  reading,
  topicOf,
  writing,
} from './tables.ts'

export type Tied = MandateRow & Pick<Decision, 'state' | 'result' | 'closes_at'> & { title: string }

const tied = (db: Reader) =>
  reading(db)
    .selectFrom('decision_mandates')
    .innerJoin('decisions', 'decisions.id', 'decision_mandates.decision')
    .innerJoin('decision_texts', (join) =>
      join
        .onRef('decision_texts.decision', '=', 'decisions.id')
        .onRef('decision_texts.number', '=', 'decisions.text'),
    )
    .selectAll('decision_mandates')
    .select(['state', 'result', 'closes_at', 'title'])

/** The decisions of member co-ops that mandate for a decision; none that was withdrawn or is void. */
export function mandatesFor(db: Reader, decision: DecisionId): Promise<Tied[]> {
  return tied(db)
    .where('mandates_for', '=', decision)
    .where('state', 'not in', ['withdrawn', 'void'])
    .orderBy('body')
    .execute()
}

/** For what a decision mandates; null where it is an ordinary one. */
export async function mandateOf(db: Reader, decision: DecisionId): Promise<MandateRow | null> {
  const found = await reading(db)
    .selectFrom('decision_mandates')
    .selectAll()
    .where('decision', '=', decision)
    .executeTakeFirst()
  return found ?? null
}

/**
 * How delegates of a co-op speak: as its own rules say of delegates, and where they say nothing, as
 * those of the circle that it belongs to.
 */
export async function howBound(
  db: Reader,
  { body, circle }: { body: CircleId; circle: CircleId },
  now: Instant,
): Promise<Bound> {
  for (const one of [body, circle]) {
    const constitution = await constitutionOf(db, one, now)
    const own = constitution?.circle === one ? partOf(delegationSection, constitution) : null
    if (own?.delegates) return own.delegates.mandate
  }
  return 'free'
}

/** Ties a decision of a co-op to another; a tie that was there before is replaced, or taken off. */
export async function tie(
  tx: Transaction,
  { id, circle }: Decision,
  to: { decision: DecisionId; passed: Vote; failed: Vote | null } | null,
  { by, now }: { by: string; now: Instant },
): Promise<void> {
  const before = await mandateOf(tx, id)
  await writing(tx).deleteFrom('decision_mandates').where('decision', '=', id).execute()
  if (to)
    await writing(tx)
      .insertInto('decision_mandates')
      .values({
        decision: id,
        body: circle,
        mandates_for: to.decision,
        passed: JSON.stringify(to.passed),
        failed: to.failed && JSON.stringify(to.failed),
        by,
        at: now,
      })
      .execute()
  const data = { decision: id, body: circle, mandates: to?.decision ?? null }
  const fact = [{ kind: 'decision.mandates', data }]
  await note(tx, topicOf(id), fact, { now, actor: by })
  for (const other of new Set([before?.mandates_for, to?.decision]))
    if (other) await note(tx, topicOf(other), fact, { now, actor: by })
}
