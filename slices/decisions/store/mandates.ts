/** Mandates: a decision of a member co-op that says how its delegate votes in another. */
import { sql } from 'kysely'
import { z } from 'zod'
import { refuse, type Refusal } from '#kernel/change.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { idOf } from '#kernel/ids.ts'
import { type Entry, note } from '#kernel/record.ts'
import type { CircleId } from '#slices/circles/index.ts'
import { constitutionOf, delegationSection, partOf } from '#slices/constitutions/index.ts'
import type { Vote } from '../rules/count/votes.ts'
import { type Bound, refuseAgainst } from '../rules/voices/mandates.ts'
import {
  type Decision,
  type DecisionId,
  isCircle,
  type MandateRow,
  reading,
  topicOf,
  writing,
} from './tables.ts'

const Outcome = z.object({ decision: idOf('dcn', 'a decision') })

export type Tied = MandateRow &
  Pick<Decision, 'state' | 'result' | 'closes_at'> & { title: string; changed: boolean }

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
    .select(
      sql<boolean>`exists (select from decision_texts t join decisions d on d.id = t.decision
        and d.text = t.number where d.id = decision_mandates.mandates_for
        and t.at > decision_mandates.at)`.as('changed'),
    )

/** The decisions of member co-ops that mandate for a decision; none that was withdrawn or is void. */
export function mandatesFor(db: Reader, decision: DecisionId): Promise<Tied[]> {
  return tied(db)
    .where('mandates_for', '=', decision)
    .where('state', 'not in', ['withdrawn', 'void'])
    .orderBy('body')
    .execute()
}

/** For what a decision mandates; null where it is an ordinary one. */
export async function mandateOf(db: Reader, decision: DecisionId): Promise<Tied | null> {
  return (
    (await tied(db).where('decision_mandates.decision', '=', decision).executeTakeFirst()) ?? null
  )
}

/** Whether the ballot of a co-op is one that its mandate lets be cast; null when it is. */
export async function refuseUnmandated(
  db: Reader,
  { id, circle }: Pick<Decision, 'id' | 'circle'>,
  { member, vote }: { member: string; vote: Vote },
  now: Instant,
): Promise<Refusal | null> {
  if (!isCircle(member)) return null
  const mandate = (await mandatesFor(db, id)).find(({ body }) => body === member)
  if (!mandate) return null
  return refuseAgainst(mandate, await howBound(db, { body: member, circle }, now), vote)
}

/** Told where the other decision is followed, once its mandate is decided. */
export async function tellMandated(tx: Transaction, { data, at }: Entry): Promise<void> {
  const { decision } = Outcome.parse(data)
  const mandate = await mandateOf(tx, decision)
  if (!mandate) return
  const { mandates_for: other, body } = mandate
  const fact = [{ kind: 'decision.mandated', data: { decision: other, by: decision, body } }]
  await note(tx, topicOf(other), fact, { now: at, actor: null })
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

/**
 * Ties a decision of a co-op to another, or takes the tie off; one that was there before is replaced.
 * Whoever calls holds the other decision. Refuses a second mandate of one co-op.
 */
export async function tie(
  tx: Transaction,
  { id, circle }: Decision,
  to: { decision: DecisionId; passed: Vote; failed: Vote | null } | null,
  { by, now }: { by: string; now: Instant },
): Promise<Refusal | null> {
  const before = await mandateOf(tx, id)
  if (!before && !to) return null
  const others = to ? await mandatesFor(tx, to.decision) : []
  if (others.some(({ body, decision }) => body === circle && decision !== id))
    return refuse('mandate-there')
  // What was withdrawn or is void leaves its place.
  await writing(tx)
    .deleteFrom('decision_mandates')
    .where((eb) =>
      eb.or([
        eb('decision', '=', id),
        ...(to ? [eb.and([eb('mandates_for', '=', to.decision), eb('body', '=', circle)])] : []),
      ]),
    )
    .execute()
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
  for (const topic of new Set([id, before?.mandates_for, to?.decision]))
    if (topic) await note(tx, topicOf(topic), fact, { now, actor: by })
  return null
}
