/** What was said last, for feeds; and whose the secret word of a feed is. */
import type { Reader } from '#kernel/database.ts'
import { port } from '#kernel/port.ts'
import type { CircleId } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import { type Comment, reading, type ThreadId } from './tables.ts'

/** Whose a secret address of feeds is, and of which circle alone; null: nobody's. */
export const feedKeys = port<
  (db: Reader, word: string) => Promise<{ person: PersonId; circle: CircleId | null } | null>
>('whose a secret address is')

export async function feedOwner(db: Reader, word: string) {
  for (const [, ask] of feedKeys.all()) {
    const owner = await ask(db, word)
    if (owner) return owner
  }
  return null
}

export type LastSaid = Pick<
  Comment,
  'id' | 'thread' | 'who' | 'text' | 'made_at' | 'changed_at'
> & {
  title: string
}

/** What was said last in these circles, or in one thread of theirs, the newest first. */
export function lastSaid(
  db: Reader,
  { circles, thread }: { circles: readonly CircleId[]; thread: ThreadId | null },
  most: number,
): Promise<LastSaid[]> {
  const rows = reading(db)
    .selectFrom('thread_comments as c')
    .innerJoin('threads as t', 't.id', 'c.thread')
    .select(['c.id', 'c.thread', 'c.who', 'c.text', 'c.made_at', 'c.changed_at', 't.title'])
    .where('t.circle', 'in', circles.length > 0 ? [...circles] : ['cir_'])
    .where('c.taken_at', 'is', null)
    .where('c.hidden_at', 'is', null)
    .orderBy('c.made_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(most)
  return (thread ? rows.where('t.id', '=', thread) : rows).execute()
}
