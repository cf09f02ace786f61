/** When a circle closes, its minutes are those of the one that comes after it. */
import type { Transaction } from '#kernel/database.ts'
import type { Entry } from '#kernel/record.ts'
import { handOnFindable } from '#kernel/search.ts'
import { bequestIn } from '#slices/circles/index.ts'
import { writing } from './tables.ts'

export async function bequeathMinutes(tx: Transaction, entry: Entry): Promise<void> {
  const bequest = bequestIn(entry)
  if (!bequest) return
  const { from, to } = bequest
  await writing(tx).updateTable('minutes').set({ circle: to }).where('circle', '=', from).execute()
  await handOnFindable(tx, from, to)
}
