/** Who was asked to come, by which links, and what they answered. */
import { sql } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { note } from '#kernel/record.ts'
import { hashToken, newToken } from '#kernel/session.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { By } from './changes.ts'
import {
  type Answer,
  type CallInvitationId,
  type GatheringId,
  reading,
  type Tables,
  topicOf,
  writing,
} from './tables.ts'

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

/** Keeps an answer; the last one counts. `who` is a person, or an invitation of somebody unknown. */
export async function saveAnswer(
  tx: Transaction,
  gathering: GatheringId,
  { who, answer }: { who: string; answer: Answer },
  now: Instant,
): Promise<void> {
  await writing(tx)
    .insertInto('call_answers')
    .values({ gathering, who, answer, at: now })
    .onConflict((oc) => oc.columns(['gathering', 'who']).doUpdateSet({ answer, at: now }))
    .execute()
  const actor = who.startsWith('per_') ? who : null
  const facts = [{ kind: 'gathering.answered', data: { who, answer } }]
  await note(tx, topicOf(gathering), facts, { now, actor })
}

/** What somebody answered, and when. */
export async function answerOf(db: Reader, gathering: GatheringId, who: string) {
  return reading(db)
    .selectFrom('call_answers')
    .select(['answer', 'at'])
    .where('gathering', '=', gathering)
    .where('who', '=', who)
    .executeTakeFirst()
}

/** All answers by who gave them. */
export async function answersOf(db: Reader, gathering: GatheringId): Promise<Map<string, Answer>> {
  const rows = await reading(db)
    .selectFrom('call_answers')
    .select(['who', 'answer'])
    .where('gathering', '=', gathering)
    .execute()
  return new Map(rows.map(({ who, answer }) => [who, answer]))
}

/** What one person answered to many gatherings. */
export async function answersBy(
  db: Reader,
  person: PersonId | null,
  gatherings: readonly GatheringId[],
): Promise<Map<GatheringId, Answer>> {
  if (person === null || gatherings.length === 0) return new Map()
  const rows = await reading(db)
    .selectFrom('call_answers')
    .select(['gathering', 'answer'])
    .where('who', '=', person)
    .where('gathering', 'in', gatherings)
    .execute()
  return new Map(rows.map(({ gathering, answer }) => [gathering, answer]))
}

/** Whether an address wants no more mail of a kind. */
export async function isUnsubscribed(
  db: Reader,
  email: string,
  kind: Tables['unsubscribes']['kind'],
): Promise<boolean> {
  const found = await reading(db)
    .selectFrom('unsubscribes')
    .select('at')
    .where('email', '=', email)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return found !== undefined
}

export async function unsubscribe(
  tx: Transaction,
  email: string,
  kind: Tables['unsubscribes']['kind'],
  now: Instant,
): Promise<void> {
  await writing(tx)
    .insertInto('unsubscribes')
    .values({ email, kind, at: now })
    .onConflict((oc) => oc.doNothing())
    .execute()
}

export async function subscribeAgain(
  tx: Transaction,
  email: string,
  kind: Tables['unsubscribes']['kind'],
): Promise<void> {
  await writing(tx)
    .deleteFrom('unsubscribes')
    .where('email', '=', email)
    .where('kind', '=', kind)
    .execute()
}
