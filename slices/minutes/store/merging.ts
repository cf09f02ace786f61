/**
 * Two records of one person become one: who may read minutes as somebody who was there. The minutes
 * themselves are not written anew.
 */
import type { Transaction } from '#kernel/database.ts'
import { type Handing, handOver, shareRows } from '#kernel/handing-over.ts'

export async function shareMinutes(tx: Transaction, handing: Handing): Promise<void> {
  await shareRows(tx, handing, { table: 'minutes_people', column: 'who', key: ['minutes'] })
  const claims = { table: 'minutes_claims', column: 'person', key: ['id'] }
  await handOver(tx, handing, [{ ...claims, once: ['minutes', 'who'], open: 'answer' }])
}
