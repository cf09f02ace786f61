/** What goes when a person is erased: their mail address, their links and feeds, their name in orders. */
import { sql } from 'kysely'
import type { Transaction } from '#kernel/database.ts'
import type { PersonId } from '#slices/people/index.ts'
import { writing } from './tables.ts'

export async function forgetPerson(tx: Transaction, person: PersonId): Promise<void> {
  await writing(tx).deleteFrom('call_invitations').where('person', '=', person).execute()
  await writing(tx).deleteFrom('feeds').where('person', '=', person).execute()
  await sql`update items set owners = (
      select coalesce(jsonb_agg(case when owner ->> 'id' = ${person}
        then jsonb_build_object('id', owner -> 'id', 'name', 'a former member') else owner end), '[]')
      from jsonb_array_elements(owners) as owner)
    where owners @> ${JSON.stringify([{ id: person }])}::jsonb`.execute(tx)
}
