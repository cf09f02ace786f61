/** Who was asked to come. */
import { sql } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { note } from '#kernel/record.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { By } from './changes.ts'
import { type GatheringId, reading, type Tables, topicOf, writing } from './tables.ts'

export type Invitee = { email: string; name: string | null; person: PersonId | null }
export type CallInvitation = Tables['call_invitations']

/** Asks people to come; who was asked before is not asked again. Answers how many are new. */
export async function inviteToGathering(
  tx: Transaction,
  gathering: GatheringId,
  people: readonly Invitee[],
  { by, now, locale, told = -1 }: By & { locale: string; told?: number },
): Promise<number> {
  if (people.length === 0) return 0
  const rows = people.map((who) => ({
    ...who,
    id: newId('inv', Date.parse(now)),
    gathering,
    locale,
    invited_at: now,
    told_sequence: told,
  }))
  const made = await writing(tx)
    .insertInto('call_invitations')
    .values(rows)
    .onConflict((oc) => oc.columns(['gathering', 'email']).doNothing())
    .returning('id')
    .execute()
  if (made.length > 0) {
    const facts = [{ kind: 'gathering.invited', data: { count: made.length } }]
    await note(tx, topicOf(gathering), facts, { now, actor: by })
  }
  return made.length
}

/** Carries invitations on to another occurrence; `told` 0 when calendars know it already, else -1. */
export async function copyInvitations(
  tx: Transaction,
  { from, to, told, now }: { from: GatheringId; to: GatheringId; told: number; now: Instant },
): Promise<void> {
  const before = await invitationsOf(tx, from)
  if (before.length === 0) return
  const rows = before.map((one) => ({
    ...one,
    id: newId('inv', Date.parse(now)),
    gathering: to,
    invited_at: now,
    told_sequence: told,
  }))
  await writing(tx)
    .insertInto('call_invitations')
    .values(rows)
    .onConflict((oc) => oc.doNothing())
    .execute()
}

export async function invitationsOf(db: Reader, gathering: GatheringId): Promise<CallInvitation[]> {
  return reading(db)
    .selectFrom('call_invitations')
    .selectAll()
    .where('gathering', '=', gathering)
    .orderBy('invited_at')
    .orderBy('email')
    .execute()
}

/** Takes an invitation back, with its links and its answer. */
export async function uninvite(
  tx: Transaction,
  gathering: GatheringId,
  id: string,
): Promise<boolean> {
  const gone = await writing(tx)
    .deleteFrom('call_invitations')
    .where('gathering', '=', gathering)
    .where(sql<boolean>`id = ${id}`)
    .returning('id')
    .executeTakeFirst()
  await writing(tx)
    .deleteFrom('call_answers')
    .where('gathering', '=', gathering)
    .where('who', '=', id)
    .execute()
  return gone !== undefined
}
