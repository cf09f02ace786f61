/** Rolls as they were frozen, and the ballots of their entries. */
import { sql } from 'kysely'
import type { Refusal } from '#kernel/change.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { note } from '#kernel/record.ts'
import { type CircleId, delegatesOf } from '#slices/circles/index.ts'
import { type PersonId, recordsOf } from '#slices/people/index.ts'
import type { Vote } from '../rules/count/votes.ts'
import { writeVote } from '../rules/count/votes.ts'
import type { Line } from '../rules/life/roll.ts'
import { refuseFarther, type Way } from '../rules/voices/ways.ts'
import { type Ballot, type DecisionId, reading, type RollRow, topicOf, writing } from './tables.ts'

const ROWS_AT_ONCE = 1000

/** Writes a roll, before its decision opens. */
export async function writeRoll(
  tx: Transaction,
  decision: DecisionId,
  lines: readonly Line[],
): Promise<void> {
  for (let from = 0; from < lines.length; from += ROWS_AT_ONCE)
    await writing(tx)
      .insertInto('decision_roll')
      .values(lines.slice(from, from + ROWS_AT_ONCE).map((line) => ({ ...line, decision })))
      .execute()
}

/** The frozen roll, on it or not. */
export function rollRows(db: Reader, decision: DecisionId): Promise<RollRow[]> {
  return reading(db)
    .selectFrom('decision_roll')
    .selectAll()
    .where('decision', '=', decision)
    .orderBy('member')
    .execute()
}

/** How many are on it, and how many of them voted. */
export async function turnoutOf(
  db: Reader,
  decision: DecisionId,
): Promise<{ eligible: number; voted: number }> {
  const { eligible, voted } = await reading(db)
    .selectFrom('decision_roll')
    .select((eb) => [
      eb.fn.countAll<string>().as('eligible'),
      eb.fn.count<string>('voted_at').as('voted'),
    ])
    .where('decision', '=', decision)
    .where('votes', '=', true)
    .executeTakeFirstOrThrow()
  return { eligible: Number(eligible), voted: Number(voted) }
}

/**
 * Those for whom a person may speak in a circle at a moment: themselves, also under a record that
 * became one with theirs, and co-ops that send them.
 */
export async function speaksFor(
  db: Reader,
  { circle, person, now }: { circle: CircleId; person: PersonId; now: string },
): Promise<string[]> {
  const [records, sent] = await Promise.all([
    recordsOf(db, person),
    delegatesOf(db, { circle, person }, now),
  ])
  return [...records, ...new Set(sent.map(({ body }) => body))]
}

/** The entries of a frozen roll for some members. */
export async function entriesOf(
  db: Reader,
  decision: DecisionId,
  members: readonly string[],
): Promise<RollRow[]> {
  if (members.length === 0) return []
  return reading(db)
    .selectFrom('decision_roll')
    .selectAll()
    .where('decision', '=', decision)
    .where('member', 'in', [...members])
    .execute()
}

export function ballotsOf(db: Reader, decision: DecisionId): Promise<Ballot[]> {
  return reading(db)
    .selectFrom('decision_ballots')
    .selectAll()
    .where('decision', '=', decision)
    .orderBy('member')
    .execute()
}

export async function ballotOf(
  db: Reader,
  decision: DecisionId,
  member: string,
): Promise<Ballot | null> {
  const found = await reading(db)
    .selectFrom('decision_ballots')
    .selectAll()
    .where('decision', '=', decision)
    .where('member', '=', member)
    .executeTakeFirst()
  return found ?? null
}

export type Casting = {
  decision: DecisionId
  member: string
  vote: Vote
  said: string
  way: Way
}

/**
 * Casts the ballot of an entry, or puts another in its place; the same once more changes nothing.
 * Answers how often it was changed; refuses what stands farther from the voter than what was cast
 * before (ways.ts). The roll is marked the first time.
 */
export async function castBallot(
  tx: Transaction,
  { decision, member, vote, said, way }: Casting,
  { by, now }: { by: PersonId; now: string },
): Promise<{ changes: number; at: string } | Refusal> {
  // Two devices at once come one after the other.
  await sql`select 1 from decision_roll where decision = ${decision} and member = ${member} for update`.execute(
    tx,
  )
  const before = await ballotOf(tx, decision, member)
  const same = before && writeVote(before.vote) === writeVote(vote) && before.said === said
  if (same && before.way === way) return before
  const farther = refuseFarther(way, before?.way ?? null)
  if (farther) return farther
  const row = { vote: JSON.stringify(vote), said, by, at: now, way }
  const { changes } = await writing(tx)
    .insertInto('decision_ballots')
    .values({ decision, member, ...row })
    .onConflict((oc) =>
      oc.columns(['decision', 'member']).doUpdateSet((eb) => ({
        ...row,
        changes: eb('decision_ballots.changes', '+', 1),
      })),
    )
    .returning('changes')
    .executeTakeFirstOrThrow()
  if (!before)
    await writing(tx)
      .updateTable('decision_roll')
      .set({ voted_at: now })
      .where('decision', '=', decision)
      .where('member', '=', member)
      .execute()
  const data = { decision, member, again: before !== null, way }
  await note(tx, topicOf(decision), [{ kind: 'decision.voted', data }], { now, actor: by })
  return { changes, at: now }
}

/** What somebody who is erased said with their ballots goes; the ballots stay. */
export async function forgetSaid(tx: Transaction, person: string): Promise<void> {
  await writing(tx)
    .updateTable('decision_ballots')
    .set({ said: '' })
    .where('by', '=', person)
    .where('said', '<>', '')
    .execute()
}
