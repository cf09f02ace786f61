/** Papers that were taken, and the urn, which does not know whose they were. */
import { sql } from 'kysely'
import type { Reader, Transaction } from '#kernel/database.ts'
import { note } from '#kernel/record.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { Token } from '../rules/secret/paper.ts'
import { type DecisionId, reading, type TakenPaper, topicOf, writing } from './tables.ts'

/** The paper of an entry, if it was taken; the entry is held until the transaction ends. */
export async function holdPaper(
  tx: Transaction,
  decision: DecisionId,
  member: string,
): Promise<TakenPaper | null> {
  await sql`select 1 from decision_roll where decision = ${decision} and member = ${member} for update`.execute(
    tx,
  )
  const found = await writing(tx)
    .selectFrom('decision_papers')
    .selectAll()
    .where('decision', '=', decision)
    .where('member', '=', member)
    .executeTakeFirst()
  return found ?? null
}

type Taking = { decision: DecisionId; member: string; group: string; blinded_sha256: string }

/** Takes the paper of an entry and marks the roll, once. */
export async function takePaper(
  tx: Transaction,
  paper: Taking,
  { by, now }: { by: PersonId; now: string },
): Promise<void> {
  const { decision, member } = paper
  await writing(tx)
    .insertInto('decision_papers')
    .values({ ...paper, by })
    .execute()
  await writing(tx)
    .updateTable('decision_roll')
    .set({ voted_at: now })
    .where('decision', '=', decision)
    .where('member', '=', member)
    .execute()
  const data = { decision, member }
  await note(tx, topicOf(decision), [{ kind: 'decision.paper-taken', data }], { now, actor: by })
}

export function papersOf(db: Reader, decision: DecisionId): Promise<TakenPaper[]> {
  return reading(db)
    .selectFrom('decision_papers')
    .selectAll()
    .where('decision', '=', decision)
    .orderBy('member')
    .execute()
}

/**
 * Puts a vote, as it is published, into the urn of a decision; with the same paper in the place of the
 * one before. Nothing of it is noted anywhere else.
 */
export async function putIntoUrn(
  tx: Transaction,
  decision: DecisionId,
  { group, tracker, signature }: Token,
  vote: string,
): Promise<void> {
  const ballot = JSON.stringify([vote, signature])
  await sql`update decision_urns
    set ballots = jsonb_set(ballots, array[${group}, ${tracker}]::text[], ${ballot}::jsonb)
    where decision = ${decision}`.execute(tx)
}

export type UrnBallot = { group: string; tracker: string; vote: string; signature: string }

/** What is in the urn, sorted by tracker. */
export async function urnOf(db: Reader, decision: DecisionId): Promise<UrnBallot[]> {
  const found = await reading(db)
    .selectFrom('decision_urns')
    .select('ballots')
    .where('decision', '=', decision)
    .executeTakeFirst()
  const ballots = Object.entries(found?.ballots ?? {}).flatMap(([group, papers]) =>
    Object.entries(papers).map(([tracker, [vote, signature]]) => ({
      group,
      tracker,
      vote,
      signature,
    })),
  )
  return ballots.toSorted((a, b) => (a.tracker < b.tracker ? -1 : 1))
}
