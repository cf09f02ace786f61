/** What was marked in a thread as a decision or a summary, in the order of its line. */
import type { Reader } from '#kernel/database.ts'
import type { Mark } from '../rules/thread.ts'
import { firstWords } from './sources.ts'
import { type CommentId, reading, type Thread } from './tables.ts'

const WORDS = 140

export async function markedIn(
  db: Reader,
  { id }: Pick<Thread, 'id'>,
): Promise<{ comment: CommentId; as: Mark; words: string }[]> {
  const rows = await reading(db)
    .selectFrom('thread_comments')
    .select(['id', 'mark', 'text'])
    .where('thread', '=', id)
    .where('mark', 'is not', null)
    .where('hidden_at', 'is', null)
    .orderBy('number')
    .limit(100)
    .execute()
  return rows.flatMap(({ id: comment, mark, text }) =>
    mark === null
      ? []
      : [{ comment, as: mark, words: firstWords(text.replaceAll(/\s+/g, ' '), WORDS) }],
  )
}
