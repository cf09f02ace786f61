/** Two records of one person become one: what they said, and what they follow. */
import type { Reader } from '#kernel/database.ts'
import { countOwned } from '#kernel/handing-over.ts'
import type { Foretold, Pair, Telling } from '#slices/people/index.ts'

const SAID = { table: 'thread_comments', column: 'who', key: ['id'] }

export const OWNED = [
  SAID,
  { table: 'threads', column: 'made_by', key: ['id'] },
  { table: 'thread_quotes', column: 'who', key: ['thread', 'place'] },
  { table: 'thread_standings', column: 'by', key: ['thread', 'number'] },
  {
    table: 'thread_reactions',
    column: 'who',
    key: ['comment', 'emoji'],
    once: ['comment', 'emoji'],
  },
  // What either has read stays theirs: what only the other record read counts as unread once more.
  { table: 'thread_reads', column: 'person', key: ['thread'], once: ['thread'] },
  { table: 'thread_follows', column: 'person', key: ['thread'], once: ['thread'] },
  { table: 'thread_wishes', column: 'person', key: ['circle'], once: ['circle'] },
  { table: 'thread_letters', column: 'person', key: ['comment'], once: ['comment'] },
  { table: 'thread_digests', column: 'person', key: ['kind', 'day'], once: ['kind', 'day'] },
]

export async function foretellThreads(
  db: Reader,
  { other }: Pair,
  { words }: Telling,
): Promise<Foretold> {
  const comments = await countOwned(db, SAID, other)
  if (comments === 0) return { says: [] }
  return {
    says: [
      words.say(
        /*i18n*/ {
          id: 'threads.merge-says',
          message:
            '{comments, plural, one {What the other record said in a thread} other {# comments in threads by the other record}} will bear the name of the kept record.',
        },
        { comments },
      ),
    ],
  }
}
