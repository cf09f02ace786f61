/** Which Yjs client writes for whom. Who binds a client first has it, for good. */
import { sql } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { namesOf, shownName } from '#slices/people/index.ts'
import { type Binding, GONE } from '../rules/shares.ts'
import { type NoteId, reading, writing } from './tables.ts'

export type Author = { who: string; name: string | null }
export type Bound = { who: string; number: number }

async function boundIn(db: Reader, note: NoteId, client: number): Promise<Bound | undefined> {
  return reading(db)
    .selectFrom('note_clients')
    .select(['who', 'number'])
    .where('note', '=', note)
    .where('client', '=', client)
    .executeTakeFirst()
}

/** Binds a client to an author; answers to whom it is bound now, which may be somebody else. */
export async function bindAuthor(
  tx: Transaction,
  note: NoteId,
  client: number,
  { who, name }: Author,
  now: Instant,
): Promise<Bound> {
  await sql`select pg_advisory_xact_lock(8024, hashtext(${note}))`.execute(tx)
  const known = await boundIn(tx, note, client)
  if (known) return known
  const { rows } = await sql<{ number: number }>`insert into note_clients
      (note, client, who, name, first_seen, number)
    values (${note}, ${client}, ${who}, ${name}, ${now}, coalesce(
      (select min(number) from note_clients where note = ${note} and who = ${who}),
      (select max(number) + 1 from note_clients where note = ${note}), 0))
    returning number`.execute(tx)
  return { who, number: rows[0]?.number ?? 0 }
}

/**
 * All who ever wrote in a note, those first seen first. Persons and guests go by the name that they
 * have today, everybody else by the one they had; who was erased has none.
 */
export async function bindingsOf(db: Reader, note: NoteId): Promise<Binding[]> {
  const rows = await reading(db)
    .selectFrom('note_clients')
    .select(['client', 'who', 'name', 'number', 'color'])
    .where('note', '=', note)
    .orderBy('number')
    .orderBy('first_seen')
    .execute()
  const names = await namesOf(
    db,
    rows.map(({ who }) => who),
  )
  return rows.map(({ name, ...row }) => {
    const known = names.get(row.who)
    return { ...row, name: known && !known.former ? shownName(known) : name }
  })
}

/** What a guest wrote is the person's that they became. */
export async function keepWords(tx: Transaction, guest: string, person: string): Promise<void> {
  await writing(tx)
    .updateTable('note_clients')
    .set({ who: person })
    .where('who', '=', guest)
    .execute()
}

/** The text of these stays; that it was theirs is forgotten. */
export async function forgetAuthors(tx: Transaction, whos: readonly string[]): Promise<void> {
  await sql`with nameless as (
      select note, who, ${GONE} || min(client) as gone from note_clients
      where who = any(${[...whos]}) group by note, who)
    update note_clients c set who = n.gone, name = null
    from nameless n where c.note = n.note and c.who = n.who`.execute(tx)
  await sql`update note_updates set whos = array_remove(whos, gone.who)
    from unnest(${[...whos]}::text[]) as gone (who) where whos @> array[gone.who]`.execute(tx)
}
