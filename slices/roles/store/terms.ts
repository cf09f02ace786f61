/** Terms: planned, begun, ended; with each its entry, and the rights that come and go with it. */
import { sql } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { note } from '#kernel/record.ts'
import { type CircleId, endRole, giveRole } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { Filling, Right, RoleRule } from '../rules/section.ts'
import { type EndReason, endOfTerm, heldAt, type Term } from '../rules/terms.ts'
import {
  type By,
  type OneRole,
  reading,
  type Tables,
  type TermId,
  topicOf,
  writing,
} from './tables.ts'

export type TermRow = Tables['role_terms']

export const asTerm = (row: TermRow): Term => ({
  id: row.id,
  role: row.role,
  person: row.person,
  deputy: row.deputy,
  from: row.from,
  until: row.until,
  endedAt: row.ended_at,
  filled: row.filled,
})

/** All terms of a circle, past ones too, or of one of its roles; the earliest first. */
export async function termsOf(
  db: Reader,
  { circle, role }: { circle: CircleId; role?: string },
): Promise<TermRow[]> {
  const query = reading(db).selectFrom('role_terms').selectAll().where('circle', '=', circle)
  return (role === undefined ? query : query.where('role', '=', role))
    .orderBy('from')
    .orderBy('deputy')
    .orderBy('id')
    .execute()
}

/** A person's terms in all circles, the latest first. */
export function termsOfPerson(db: Reader, person: PersonId): Promise<TermRow[]> {
  return reading(db)
    .selectFrom('role_terms')
    .selectAll()
    .where('person', '=', person)
    .orderBy('from', 'desc')
    .orderBy('id')
    .execute()
}

export function termOf(db: Reader, id: TermId): Promise<TermRow | undefined> {
  return reading(db).selectFrom('role_terms').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Holds a role, so that two cannot take its last seat at once. */
export async function holdRole(tx: Transaction, { circle, role }: OneRole): Promise<void> {
  await sql`select pg_advisory_xact_lock(8063, hashtext(${`${circle} ${role}`}))`.execute(tx)
}

export type Planning = OneRole & {
  person: PersonId
  deputy: boolean
  from: Instant
  until: Instant | null
  filled: Filling
  result: string | null
}

async function planTerm(tx: Transaction, planning: Planning, { by, now }: By): Promise<TermRow> {
  const id = newId('trm', Date.parse(now))
  const row = await writing(tx)
    .insertInto('role_terms')
    .values({
      ...planning,
      id,
      began_at: null,
      ended_at: null,
      ended_why: null,
      reason: null,
      filled_by: by,
      made_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const { circle, result: _, ...data } = planning
  await note(tx, topicOf(circle), [{ kind: 'term.planned', data: { term: id, ...data } }], {
    now,
    actor: by,
  })
  return row
}

export type Seating = Omit<Planning, 'role' | 'until'> & { rule: RoleRule }

/** Names somebody to a role for one term; it begins at once, or by itself when its day has come. */
export async function seat(
  tx: Transaction,
  { rule, ...seating }: Seating,
  by: By,
): Promise<TermId> {
  const until = endOfTerm(seating.from, rule.termMonths)
  const row = await planTerm(tx, { ...seating, role: rule.key, until }, by)
  if (row.from <= by.now) await begin(tx, row, rule.gives, by)
  return row.id
}

/** A term begins: its rights are given, and whoever wished to hold it no longer waits. */
export async function begin(
  tx: Transaction,
  term: TermRow,
  rights: readonly Right[],
  { by, now }: By,
): Promise<void> {
  const { id, circle, person, role } = term
  await writing(tx).updateTable('role_terms').set({ began_at: now }).where('id', '=', id).execute()
  for (const right of rights) await giveRole(tx, { circle, person, role: right }, { by, now })
  const own = writing(tx)
  await own
    .deleteFrom('role_wishes')
    .where('circle', '=', circle)
    .where('role', '=', role)
    .where('person', '=', person)
    .where('wish', '=', 'hold')
    .execute()
  await own
    .updateTable('role_swaps')
    .set({ used_at: now })
    .where('circle', '=', circle)
    .where('role', '=', role)
    .where('second', '=', person)
    .where('agreed_at', 'is not', null)
    .where('used_at', 'is', null)
    .execute()
  const data = { term: id, role, person, deputy: term.deputy }
  await note(tx, topicOf(circle), [{ kind: 'term.began', data }], { now, actor: by })
}

export type Ending = { why: EndReason; reason: string | null; at?: Instant }

/** A term ends: the rights that no other term of this person gives go with it. */
export async function end(
  tx: Transaction,
  term: TermRow,
  { why, reason, at, rights }: Ending & { rights: readonly Right[] },
  { by, now }: By,
): Promise<void> {
  const { id, circle, person, role } = term
  await writing(tx)
    .updateTable('role_terms')
    .set({ ended_at: at ?? now, ended_why: why, reason })
    .where('id', '=', id)
    .execute()
  for (const right of rights) await endRole(tx, { circle, person, role: right }, { by, now })
  await writing(tx)
    .deleteFrom('role_wishes')
    .where('circle', '=', circle)
    .where('role', '=', role)
    .where('person', '=', person)
    .where('wish', '=', 'hand-on')
    .execute()
  const data = { term: id, role, person, why }
  await note(tx, topicOf(circle), [{ kind: 'term.ended', data }], { now, actor: by })
}

/** Terms whose day has come and that have not begun; and those whose end has come. */
export async function dueTerms(
  db: Reader,
  now: Instant,
): Promise<{ beginning: TermRow[]; ending: TermRow[] }> {
  const open = () =>
    reading(db).selectFrom('role_terms').selectAll().where('ended_at', 'is', null).orderBy('id')
  const [beginning, ending] = await Promise.all([
    open().where('began_at', 'is', null).where('from', '<=', now).execute(),
    open().where('began_at', 'is not', null).where('until', '<=', now).execute(),
  ])
  return { beginning, ending }
}

/** Open terms that end within so many days: for reminders. */
export function endingBy(db: Reader, by: Instant): Promise<TermRow[]> {
  return reading(db)
    .selectFrom('role_terms')
    .selectAll()
    .where('ended_at', 'is', null)
    .where('until', '<=', by)
    .orderBy('until')
    .orderBy('id')
    .execute()
}

/** The reminders sent of a term, in days before its end. */
export async function remindersOf(db: Reader, term: TermId): Promise<number[]> {
  const rows = await reading(db)
    .selectFrom('role_reminders')
    .select('days')
    .where('term', '=', term)
    .execute()
  return rows.map(({ days }) => days)
}

/** Takes a reminder; false when it was taken before. */
export async function takeReminder(
  tx: Transaction,
  term: TermId,
  days: number,
  now: Instant,
): Promise<boolean> {
  const taken = await writing(tx)
    .insertInto('role_reminders')
    .values({ term, days, sent_at: now })
    .onConflict((oc) => oc.columns(['term', 'days']).doNothing())
    .executeTakeFirst()
  return taken.numInsertedOrUpdatedRows === 1n
}

/** Who holds a role at a moment, deputies too; null when nobody ever held one of this key. */
export async function holdersOf(
  db: Reader,
  { circle, role, now }: OneRole & { now: Instant },
): Promise<PersonId[] | null> {
  const rows = await termsOf(db, { circle, role })
  if (rows.length === 0) return null
  return rows.filter((row) => heldAt(asTerm(row), now)).map(({ person }) => person)
}
