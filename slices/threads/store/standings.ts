/** Where a thread stands now, in words that anybody of its circle keeps; with those before. */
import type { Reader, Transaction } from '#kernel/database.ts'
import { note } from '#kernel/record.ts'
import { type By, reading, type Tables, type Thread, topicOf, writing } from './tables.ts'

export type StandingRow = Tables['thread_standings']

/** The words that hold, and those before, the newest first. */
export function standingsOf(
  db: Reader,
  { id }: Pick<Thread, 'id'>,
  most = 200,
): Promise<StandingRow[]> {
  return reading(db)
    .selectFrom('thread_standings')
    .selectAll()
    .where('thread', '=', id)
    .orderBy('number', 'desc')
    .limit(most)
    .execute()
}

/** Says where it stands now; answers the number of the words. */
export async function wordStanding(
  tx: Transaction,
  { id }: Thread,
  text: string,
  { by, now }: By,
): Promise<number> {
  const [entry] = await note(tx, topicOf(id), [{ kind: 'thread.summed', data: {} }], {
    now,
    actor: by,
  })
  const number = entry?.seq ?? 0
  await writing(tx)
    .insertInto('thread_standings')
    .values({ thread: id, number, text, by, at: now })
    .execute()
  await writing(tx).updateTable('threads').set({ standing: number }).where('id', '=', id).execute()
  return number
}
