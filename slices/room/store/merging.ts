/** Two records of one person become one: whom either did not want private lines from. */
import type { Transaction } from '#kernel/database.ts'
import { type Handing, shareRows } from '#kernel/handing-over.ts'

export async function shareBlocks(tx: Transaction, handing: Handing): Promise<void> {
  await shareRows(tx, handing, { table: 'blocks', column: 'who', key: ['gathering', 'blocked'] })
  await shareRows(tx, handing, { table: 'blocks', column: 'blocked', key: ['gathering', 'who'] })
}
