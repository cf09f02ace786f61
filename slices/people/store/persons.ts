/** Persons: who they are, what they are called, and how they are forgotten. */
import { sql } from 'kysely'
import { type Instant, MINUTE, plus } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { note } from '#kernel/record.ts'
import { LOCALES, type Locale } from '#kernel/words.ts'
import { FORMER, type Name, type PersonId } from '../rules/names.ts'
import { reading, writing } from './tables.ts'

export type Person = {
  id: PersonId
  name: string
  email: string | null
  locale: Locale | null
  zone: string | null
  addressed: string | null
  seenAt: Instant
}

export const topicOf = (person: PersonId): string => `person:${person}`

/** `own`: the record that was asked for; `persons`: the one it leads to, itself mostly. */
function people(db: Reader) {
  return reading(db)
    .selectFrom('persons as own')
    .innerJoin('persons', (join) =>
      join.on((eb) => eb('persons.id', '=', eb.fn.coalesce('own.merged_into', 'own.id'))),
    )
    .select([
      'persons.id',
      'persons.name',
      'persons.email',
      'persons.locale',
      'persons.zone',
      'persons.addressed',
      'persons.seen_at',
    ])
}

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof people>['executeTakeFirst']>>>

function personFrom(row: Row | undefined): Person | null {
  if (!row || row.name === null) return null
  const { name, seen_at: seenAt, locale, ...rest } = row
  return { ...rest, name, seenAt, locale: LOCALES.find((known) => known === locale) ?? null }
}

/** A person, by any record of theirs; null for who was erased or never was. */
export async function personOf(db: Reader, id: PersonId): Promise<Person | null> {
  return personFrom(await people(db).where('own.id', '=', id).executeTakeFirst())
}

/** The person whose verified address this is. */
export async function personAt(db: Reader, email: string): Promise<Person | null> {
  return personFrom(await people(db).where('own.email', '=', email).executeTakeFirst())
}

/** All persons that stand, by name as the database sorts it. */
export async function allPersons(db: Reader): Promise<Person[]> {
  const rows = await people(db)
    .where('own.erased_at', 'is', null)
    .where('own.merged_into', 'is', null)
    .orderBy('persons.name')
    .execute()
  return rows.flatMap((row) => personFrom(row) ?? [])
}

/** The names of persons and guests; a guest who became a person bears the person's name. */
export async function namesOf(db: Reader, ids: Iterable<string>): Promise<Map<string, Name>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await sql<{ id: string; name: string | null; number: number; person: boolean }>`
    select own.id, p.name, 1 as number, true as person
    from persons own join persons p on p.id = coalesce(own.merged_into, own.id)
    where own.id = any(${wanted})
    union all
    select g.id, case when g.person is null then g.name else p.name end,
      case when g.person is null then g.number else 1 end, g.person is not null
    from guests g left join persons p on p.id = g.person where g.id = any(${wanted})`.execute(db)
  return new Map(rows.rows.map(({ id, ...row }) => [id, nameFrom(row)]))
}

function nameFrom(row: { name: string | null; number: number; person: boolean }): Name {
  const kind = row.person ? 'person' : 'guest'
  if (row.name === null) return { name: FORMER[kind], number: 1, kind, former: true }
  return { name: row.name, number: row.number, kind, former: false }
}

/** The mail addresses of persons, of those who have one. */
export async function emailsOf(db: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; email: string }>`
    select own.id, p.email from persons own join persons p on p.id = coalesce(own.merged_into, own.id)
    where own.id = any(${[...ids]}) and p.email is not null`.execute(db)
  return new Map(rows.map(({ id, email }) => [id, email]))
}

export type NewPerson = {
  name: string
  email: string | null
  locale: Locale | null
  zone: string | null
  now: Instant
}

/** Makes a person; the address must be verified. Notes `person.came`. */
export async function makePerson(tx: Transaction, { now, ...given }: NewPerson): Promise<PersonId> {
  const id = newId('per', Date.parse(now))
  await writing(tx)
    .insertInto('persons')
    .values({
      id,
      ...given,
      addressed: null,
      made_at: now,
      seen_at: now,
      visited_at: null,
      erased_at: null,
    })
    .execute()
  await note(tx, topicOf(id), [{ kind: 'person.came', data: { name: given.name } }], {
    now,
    actor: id,
  })
  return id
}

export type Profile = {
  name?: string | undefined
  locale?: Locale | null | undefined
  zone?: string | null | undefined
  addressed?: string | null | undefined
}

/** Changes what a person says of themselves; notes `person.changed` with what is new. */
export async function changeProfile(
  tx: Transaction,
  person: PersonId,
  profile: Profile,
  now: Instant,
): Promise<void> {
  const changed = Object.fromEntries(Object.entries(profile).filter(([, to]) => to !== undefined))
  if (Object.keys(changed).length === 0) return
  await writing(tx).updateTable('persons').set(changed).where('id', '=', person).execute()
  if (profile.locale !== undefined)
    await tx
      .updateTable('sessions')
      .set({ locale: profile.locale })
      .where('person', '=', person)
      .execute()
  await note(tx, topicOf(person), [{ kind: 'person.changed', data: changed }], {
    now,
    actor: person,
  })
}

/** Gives a person another verified address; the record keeps only that it happened. */
export async function changeAddress(
  tx: Transaction,
  person: PersonId,
  email: string,
  now: Instant,
): Promise<void> {
  await writing(tx).updateTable('persons').set({ email }).where('id', '=', person).execute()
  await note(tx, topicOf(person), [{ kind: 'person.moved', data: {} }], { now, actor: person })
}

/** A visit is over when nothing was heard of somebody for half an hour. */
const VISIT_MS = 30 * MINUTE

/** Remembers that a person was here, in this session, and when the visit before ended. */
export async function seePerson(
  tx: Transaction,
  person: PersonId,
  session: string | null,
  now: Instant,
): Promise<void> {
  await writing(tx)
    .updateTable('persons')
    .set((eb) => ({
      seen_at: now,
      visited_at: eb
        .case()
        .when('seen_at', '<', plus(now, -VISIT_MS))
        .then(eb.ref('seen_at'))
        .else(eb.ref('visited_at'))
        .end(),
    }))
    .where('id', '=', person)
    .execute()
  if (session === null) return
  await tx.updateTable('sessions').set({ seen_at: now }).where('id', '=', session).execute()
}

/** When somebody's visit before this one ended; null for who is here for the first time. */
export async function lastVisit(
  db: Reader,
  person: PersonId,
  now: Instant,
): Promise<Instant | null> {
  const row = await reading(db)
    .selectFrom('persons')
    .select(['seen_at', 'visited_at'])
    .where('id', '=', person)
    .executeTakeFirst()
  if (!row) return null
  return row.seen_at < plus(now, -VISIT_MS) ? row.seen_at : row.visited_at
}
