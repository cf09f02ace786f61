/** A thread whole, as it leaves the hall. */
import type { Reader } from '#kernel/database.ts'
import { circleOf } from '#slices/circles/index.ts'
import { namesOf } from '#slices/people/index.ts'
import type { Exported } from '../rules/exporting.ts'
import { commentsOf } from './comments.ts'
import { nameIn, shownComments } from './shown.ts'
import { standingsOf } from './standings.ts'
import { reading, type Thread } from './tables.ts'
import { quotesOf } from './threads.ts'

/** The words before of comments that stand. */
async function versionsIn(db: Reader, { id }: Thread) {
  const rows = await reading(db)
    .selectFrom('thread_versions as v')
    .innerJoin('thread_comments as c', 'c.id', 'v.comment')
    .select(['v.comment', 'v.text', 'v.at'])
    .where('c.thread', '=', id)
    .where('c.hidden_at', 'is', null)
    .orderBy('v.number')
    .execute()
  return Map.groupBy(rows, ({ comment }) => comment)
}

/** All of a thread: nothing of what is hidden or was taken back but that it is. */
export async function exportedThread(
  db: Reader,
  thread: Thread,
  { origin, now }: { origin: string; now: string },
): Promise<Exported> {
  const [comments, quotes, standings, versions, circle] = await Promise.all([
    commentsOf(db, thread.id),
    quotesOf(db, thread.id),
    standingsOf(db, thread),
    versionsIn(db, thread),
    circleOf(db, thread.circle),
  ])
  const shown = await shownComments(db, comments, null)
  const names = await namesOf(db, [
    thread.made_by,
    ...standings.map(({ by }) => by),
    ...quotes.flatMap(({ who }) => who ?? []),
  ])
  return {
    format: 'moothall-thread-1',
    exportedAt: now,
    id: thread.id,
    address: `${origin}/threads/${thread.id}`,
    title: thread.title,
    circle: { id: thread.circle, name: circle?.name ?? '' },
    begunBy: nameIn(names, thread.made_by),
    begunAt: thread.made_at,
    from:
      thread.source === null
        ? null
        : {
            kind: thread.source_kind ?? '',
            id: thread.source,
            title: thread.source_title ?? '',
            address: `${origin}${thread.source_href ?? ''}`,
            quotes: quotes.map(({ who, name, text, at }) => ({
              who: nameIn(names, who) ?? name,
              text,
              at,
            })),
          },
    locked:
      thread.locked_at === null ? null : { at: thread.locked_at, why: thread.locked_why ?? '' },
    standings: standings.map(({ text, at, by }) => ({ text, at, by: nameIn(names, by) })),
    comments: shown.map(({ who, mentions, answers, mark, reactions, ...one }) => ({
      ...one,
      address: `${origin}/threads/${thread.id}#${one.id}`,
      who,
      mentions: mentions.map(({ name }) => name),
      answers: answers?.id ?? null,
      mark: mark?.as ?? null,
      reactions: reactions.map(({ emoji, names: all }) => ({ emoji, who: all })),
      before:
        one.text === null ? [] : (versions.get(one.id) ?? []).map(({ text, at }) => ({ text, at })),
    })),
  }
}
