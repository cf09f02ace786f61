/** Those who have said that they leave, and those who are to be put out. */
import type { Selectable } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { note } from '#kernel/record.ts'
import type { CircleId, MemberId } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { Case } from '../rules/leaving.ts'
import { type By, type ExclusionId, reading, type Tables, topicOf, writing } from './tables.ts'

export type Departure = Tables['departures']
export type ExclusionRow = Selectable<Tables['exclusions']>

/** Says that somebody leaves from a moment on; said again, the moment is new. */
export async function giveNotice(
  tx: Transaction,
  { circle, person, leaves }: { circle: CircleId; person: PersonId; leaves: Instant },
  now: Instant,
): Promise<void> {
  await writing(tx)
    .insertInto('departures')
    .values({ circle, person, said_at: now, leaves_at: leaves })
    .onConflict((oc) => oc.columns(['circle', 'person']).doNothing())
    .execute()
  const data = { person, leaves }
  await note(tx, topicOf(circle), [{ kind: 'member.gave-notice', data }], { now, actor: person })
}

export async function forgetNotice(
  tx: Transaction,
  which: { circle?: CircleId; person: PersonId },
): Promise<void> {
  const query = writing(tx).deleteFrom('departures').where('person', '=', which.person)
  await (which.circle ? query.where('circle', '=', which.circle) : query).execute()
}

export async function departureOf(
  db: Reader,
  circle: CircleId,
  person: PersonId,
): Promise<Departure | undefined> {
  return reading(db)
    .selectFrom('departures')
    .selectAll()
    .where('circle', '=', circle)
    .where('person', '=', person)
    .executeTakeFirst()
}

export async function dueDepartures(db: Reader, now: Instant): Promise<Departure[]> {
  return reading(db)
    .selectFrom('departures')
    .selectAll()
    .where('leaves_at', '<=', now)
    .limit(200)
    .execute()
}

type Opening = { circle: CircleId; member: MemberId; reason: string; decideFrom: Instant }

/** Opens a case; null when one is open. The record says that there is one, not why. */
export async function openCase(
  tx: Transaction,
  { circle, member, reason, decideFrom }: Opening,
  { by, now }: { by: PersonId; now: Instant },
): Promise<ExclusionId | null> {
  const id = newId('exc', Date.parse(now))
  const row = {
    id,
    circle,
    member,
    opened_by: by,
    opened_at: now,
    reason,
    decide_from: decideFrom,
    heard: null,
    heard_at: null,
    hearing_at: null,
    hearing_where: '',
    outcome: null,
    decided_by: null,
    decided_at: null,
    decision: null,
    appeal_until: null,
    appeal: null,
    appealed_at: null,
    appeal_outcome: null,
    appeal_decided_by: null,
    appeal_decided_at: null,
    appeal_decision: null,
  }
  const opened = await writing(tx)
    .insertInto('exclusions')
    .values(row)
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst()
  return opened.numInsertedOrUpdatedRows === 0n ? null : id
}

/** Writes down what happened to a case. */
export async function writeCase(
  tx: Transaction,
  { id, circle }: ExclusionRow,
  change: Partial<Omit<ExclusionRow, 'id' | 'circle' | 'member'>>,
  told: { kind: string; by: By },
): Promise<void> {
  await writing(tx).updateTable('exclusions').set(change).where('id', '=', id).execute()
  const { by, now } = told.by
  const data = { exclusion: id }
  await note(tx, topicOf(circle), [{ kind: told.kind, data }], { now, actor: by })
}

export async function caseOf(db: Reader, id: ExclusionId): Promise<ExclusionRow | undefined> {
  return reading(db).selectFrom('exclusions').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function lockCase(
  tx: Transaction,
  id: ExclusionId,
): Promise<ExclusionRow | undefined> {
  return writing(tx)
    .selectFrom('exclusions')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** The cases of a circle, of one member or of all, the newest first. */
export async function casesIn(
  db: Reader,
  circle: CircleId,
  member: MemberId | null = null,
): Promise<ExclusionRow[]> {
  const query = reading(db).selectFrom('exclusions').selectAll().where('circle', '=', circle)
  return (member ? query.where('member', '=', member) : query)
    .orderBy('opened_at', 'desc')
    .limit(200)
    .execute()
}

/** A case as the rules see it. */
export function asCase(row: ExclusionRow): Case {
  return {
    member: row.member,
    openedBy: row.opened_by,
    openedAt: row.opened_at,
    decideFrom: row.decide_from,
    heardAt: row.heard_at,
    hearingAt: row.hearing_at,
    outcome: row.outcome,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    appealUntil: row.appeal_until,
    appealedAt: row.appealed_at,
    appealOutcome: row.appeal_outcome,
  }
}

/** What was said in cases by and about somebody who was erased. */
export async function forgetInCases(tx: Transaction, person: PersonId): Promise<void> {
  await writing(tx)
    .updateTable('exclusions')
    .set({ reason: '', heard: null, decision: null, appeal: null, appeal_decision: null })
    .where('member', '=', person)
    .execute()
  await writing(tx)
    .updateTable('exclusion_voices')
    .set({ text: '' })
    .where('person', '=', person)
    .execute()
  await writing(tx).deleteFrom('pause_wishes').where('person', '=', person).execute()
}
