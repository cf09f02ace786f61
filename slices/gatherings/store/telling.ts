/** Personal links, what calendars were told last, and asking for the newest to be told. */
import { sql } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import { hashToken, newToken } from '#kernel/session.ts'
import type { CallInvitation } from './invitations.ts'
import { type CallInvitationId, type GatheringId, writing } from './tables.ts'

export const TELL_JOB = 'gatherings.tell'

/**
 * Asks for everybody who was invited to be told the newest, if the transaction commits; `later`: it
 * holds for all later occurrences too, and calendars are given the whole series anew.
 */
export async function tellLater(
  hall: Hall,
  tx: Transaction,
  gathering: string,
  later = false,
): Promise<void> {
  await hall.jobs.send(TELL_JOB, { gathering, later }, { tx })
}

/** A new personal link; only its hash stays. */
export async function makeToken(
  tx: Transaction,
  invitation: CallInvitationId,
  now: Instant,
): Promise<string> {
  const token = newToken()
  await writing(tx)
    .insertInto('call_tokens')
    .values({ hash: hashToken(token), invitation, made_at: now })
    .execute()
  return token
}

/** One invitation that calendars have not been told the newest of, locked; null when all were. */
export async function nextToTell(
  tx: Transaction,
  gathering: GatheringId,
  sequence: number,
): Promise<CallInvitation | null> {
  const row = await writing(tx)
    .selectFrom('call_invitations')
    .selectAll()
    .where('gathering', '=', gathering)
    .where('told_sequence', '<', sequence)
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  return row ?? null
}

export async function saveTold(
  tx: Transaction,
  id: CallInvitationId,
  sequence: number,
): Promise<void> {
  await writing(tx)
    .updateTable('call_invitations')
    .set({ told_sequence: sequence })
    .where('id', '=', id)
    .execute()
}

/** Whoever hears of a later occurrence by the letter about the first one, has heard of it. */
export async function saveToldAlong(
  tx: Transaction,
  { first, later, sequence }: { first: GatheringId; later: GatheringId; sequence: number },
): Promise<void> {
  await sql`update call_invitations set told_sequence = ${sequence}
    where gathering = ${later} and told_sequence >= 0
      and email in (select email from call_invitations where gathering = ${first})`.execute(tx)
}
