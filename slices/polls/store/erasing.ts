/** Who is erased leaves the fact that they answered, and what they marked, without their words. */
import { sql } from 'kysely'
import type { Transaction } from '#kernel/database.ts'
import type { PersonId } from '#slices/people/index.ts'

export async function eraseAnswers(tx: Transaction, person: PersonId): Promise<void> {
  await sql`update poll_replies set text = '' where person = ${person}`.execute(tx)
  await sql`delete from poll_letters where person = ${person}`.execute(tx)
  await sql`delete from poll_mutes where person = ${person}`.execute(tx)
}
