/**
 * Somebody is erased: what was given stays as a fact, under an id that leads to nobody. What they or
 * others wrote beside it, and their name on payments, goes.
 */
import type { Transaction } from '#kernel/database.ts'
import type { PersonId } from '#slices/people/index.ts'
import { writing } from './tables.ts'

export async function forgetIn(tx: Transaction, person: PersonId): Promise<void> {
  const own = writing(tx)
  await own.updateTable('evidence').set({ note: '' }).where('member', '=', person).execute()
  await own
    .updateTable('claims')
    .set({ said: '', why: '' })
    .where((eb) => eb.or([eb('member', '=', person), eb('by', '=', person)]))
    .execute()
  await own
    .updateTable('excuse_requests')
    .set({ said: '', why: '' })
    .where((eb) => eb.or([eb('member', '=', person), eb('by', '=', person)]))
    .execute()
  await own
    .updateTable('bank_payments')
    .set({ name: '', text: '' })
    .where('member', '=', person)
    .execute()
  await own.deleteFrom('payment_references').where('member', '=', person).execute()
  await own.deleteFrom('mode_wishes').where('person', '=', person).execute()
}
