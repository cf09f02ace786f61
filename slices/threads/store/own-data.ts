/** What a person said in threads, and what they chose: for whoever takes all that the hall holds of them. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import { reading, type Tables, type ThreadId } from './tables.ts'

type OwnThread = {
  thread: ThreadId
  title: string
  address: string
  said: { at: Instant; changed: Instant | null; text: string; before: string[] }[]
  reactions: { emoji: string; at: Instant }[]
  readUpTo: number | null
  chosen: Pick<Tables['thread_follows'], 'how' | 'mail'> | null
  standings: { at: Instant; text: string }[]
}

/** The threads in which any of these said, read or chose something. */
export async function ownThreads(db: Reader, whos: readonly string[]): Promise<OwnThread[]> {
  const persons = whos.filter((who): who is `per_${string}` => who.startsWith('per_'))
  if (persons.length === 0) return []
  const own = reading(db)
  const [said, versions, reactions, reads, follows, standings] = await Promise.all([
    own
      .selectFrom('thread_comments')
      .selectAll()
      .where('who', 'in', persons)
      .orderBy('made_at')
      .execute(),
    own
      .selectFrom('thread_versions as v')
      .innerJoin('thread_comments as c', 'c.id', 'v.comment')
      .select(['v.comment', 'v.text'])
      .where('c.who', 'in', persons)
      .orderBy('v.number')
      .execute(),
    own
      .selectFrom('thread_reactions as r')
      .innerJoin('thread_comments as c', 'c.id', 'r.comment')
      .select(['c.thread', 'r.emoji', 'r.at'])
      .where('r.who', 'in', persons)
      .execute(),
    own.selectFrom('thread_reads').selectAll().where('person', 'in', persons).execute(),
    own.selectFrom('thread_follows').selectAll().where('person', 'in', persons).execute(),
    own.selectFrom('thread_standings').selectAll().where('by', 'in', persons).execute(),
  ])
  const ids = [said, reactions, reads, follows, standings].flatMap((rows) =>
    rows.map(({ thread }) => thread),
  )
  if (ids.length === 0) return []
  const threads = await own
    .selectFrom('threads')
    .select(['id', 'title'])
    .where('id', 'in', ids)
    .orderBy('made_at')
    .execute()
  return threads.map(({ id, title }) => {
    const here = <R extends { thread: string }>(rows: readonly R[]) =>
      rows.filter(({ thread }) => thread === id)
    const [follow] = here(follows)
    return {
      thread: id,
      title,
      address: `/threads/${id}`,
      said: here(said).map(({ id: comment, made_at: at, changed_at: changed, text }) => ({
        at,
        changed,
        text,
        before: versions.filter((one) => one.comment === comment).map((one) => one.text),
      })),
      reactions: here(reactions).map(({ emoji, at }) => ({ emoji, at })),
      readUpTo: here(reads)[0]?.up_to ?? null,
      chosen: follow ? { how: follow.how, mail: follow.mail } : null,
      standings: here(standings).map(({ at, text }) => ({ at, text })),
    }
  })
}
