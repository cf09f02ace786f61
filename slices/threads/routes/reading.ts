/** Reading a thread, over HTTP. */
import type { Reader } from '#kernel/database.ts'
import { Refused } from '#kernel/problem.ts'
import { lastSeq } from '#kernel/record.ts'
import { serve } from '#kernel/serve.ts'
import { meIn } from '#kernel/session.ts'
import { circleOf } from '#slices/circles/index.ts'
import { namesOf, whoIn } from '#slices/people/index.ts'
import * as api from '../api/reading.ts'
import { isGone, maySay } from '../rules/thread.ts'
import { commentOf, versionsOf } from '../store/comments.ts'
import { choiceOf, choose } from '../store/following.ts'
import { lastPage, type Page, pageOf } from '../store/line.ts'
import { countsOf } from '../store/listing.ts'
import { markedIn } from '../store/marked.ts'
import { markRead, readingIn, unreadIn } from '../store/reading.ts'
import { keepsThread } from '../store/rights.ts'
import { nameIn, shownComments } from '../store/shown.ts'
import { standingsOf } from '../store/standings.ts'
import { type Thread, type ThreadId, topicOf } from '../store/tables.ts'
import { quotesOf, threadOf } from '../store/threads.ts'
import { readTopic } from './topics.ts'

export async function threadAt(db: Reader, id: ThreadId): Promise<Thread> {
  const found = await threadOf(db, id)
  if (!found) throw new Refused('not-found')
  return found
}

async function mineIn(db: Reader, thread: Thread, me: `per_${string}`) {
  const [reading, unread, choice] = await Promise.all([
    readingIn(db, thread.id, me),
    unreadIn(db, [thread.id], me),
    choiceOf(db, thread, me),
  ])
  const { unread: count = 0, first = null } = unread.get(thread.id) ?? {}
  const { how, thread: mail, circle: circleMail } = choice
  return { upTo: reading.upTo, unread: count, first, how, mail, circleMail }
}

async function splitFrom(db: Reader, { split_from: from }: Thread) {
  const before = from && (await threadOf(db, from))
  return before ? { id: before.id, title: before.title } : null
}

const read = serve(api.readThread, async ({ db, params, caller }) => {
  const me = meIn(caller)
  const thread = await threadAt(db, params.thread)
  const { id, title, made_at: madeAt, made_by, locked_at, locked_by, locked_why } = thread
  const [seq, circle, quotes, [standing], marked, counts, split, mine, keep] = await Promise.all([
    lastSeq(db, topicOf(id)),
    circleOf(db, thread.circle),
    quotesOf(db, id),
    standingsOf(db, thread, 1),
    markedIn(db, thread),
    countsOf(db, [id]),
    splitFrom(db, thread),
    mineIn(db, thread, me),
    keepsThread(db, caller, thread),
  ])
  const whos = [made_by, locked_by, standing?.by, ...quotes.map(({ who }) => who)]
  const names = await namesOf(
    db,
    whos.flatMap((who) => who ?? []),
  )
  const say = maySay(thread) === null
  return {
    id,
    title,
    circle: { id: thread.circle, name: circle?.name ?? '' },
    by: whoIn(names, made_by),
    madeAt,
    source: thread.source_href
      ? {
          title: thread.source_title ?? '',
          href: thread.source_href,
          quotes: quotes.map(({ who, name, ...quote }) => ({
            ...quote,
            who: nameIn(names, who) ?? name,
          })),
        }
      : null,
    splitFrom: split,
    mergedInto: thread.merged_into,
    locked: locked_at
      ? { at: locked_at, by: nameIn(names, locked_by), why: locked_why ?? '' }
      : null,
    standing: standing
      ? {
          number: standing.number,
          text: standing.text,
          by: whoIn(names, standing.by),
          at: standing.at,
        }
      : null,
    comments: counts.get(id) ?? 0,
    marked,
    mine,
    may: { say, rename: say && (keep || made_by === me), keep },
    seq,
  }
})

type Asked = {
  from?: number | undefined
  before?: number | undefined
  around?: `com_${string}` | undefined
  end?: '1' | undefined
}

/** Where nothing is asked for, the page begins with what is unread, or is the last. */
async function pageFor(
  db: Reader,
  thread: Thread,
  { from, before, around, end }: Asked,
  me: `per_${string}`,
): Promise<Page> {
  if (before !== undefined) return pageOf(db, thread, { before })
  if (from !== undefined) return pageOf(db, thread, { from })
  if (end) return lastPage(db, thread)
  if (around) {
    const comment = await commentOf(db, around)
    if (comment?.thread !== thread.id) throw new Refused('not-found')
    return pageOf(db, thread, { from: comment.number })
  }
  const unread = (await unreadIn(db, [thread.id], me)).get(thread.id)
  return unread ? pageOf(db, thread, { from: unread.first }) : lastPage(db, thread)
}

const line = serve(api.readLine, async ({ db, params, query, caller }) => {
  const me = meIn(caller)
  const thread = await threadAt(db, params.thread)
  const { comments, happened, earlier, later } = await pageFor(db, thread, query, me)
  const names = await namesOf(
    db,
    happened.flatMap(({ actor }) => actor ?? []),
  )
  return {
    comments: await shownComments(db, comments, me),
    happened: happened.map(({ actor, ...one }) => ({ ...one, by: nameIn(names, actor) })),
    earlier,
    later,
  }
})

const mark = serve(api.markThreadRead, async ({ params, body, caller, hall, transact }) => {
  const me = meIn(caller)
  const upTo = await transact((tx) => markRead(tx, params.thread, me, body.upTo))
  hall.live.pass(readTopic(me), { thread: params.thread, upTo })
  return { upTo }
})

const follow = serve(api.chooseForThread, async ({ params, body, caller, now, transact }) => {
  await transact((tx) => choose(tx, params.thread, body, { by: meIn(caller), now }))
  return {}
})

const versions = serve(api.listVersions, async ({ db, params }) => {
  const comment = await commentOf(db, params.comment)
  if (comment?.thread !== params.thread) throw new Refused('not-found')
  if (isGone(comment)) throw new Refused('comment-gone')
  const before = await versionsOf(db, comment.id)
  return { versions: before.map(({ text, at }) => ({ text, at })) }
})

const standings = serve(api.listStandings, async ({ db, params }) => {
  const rows = await standingsOf(db, { id: params.thread })
  const names = await namesOf(
    db,
    rows.map(({ by }) => by),
  )
  return {
    standings: rows.map(({ number, text, by, at }) => ({ number, text, at, by: whoIn(names, by) })),
  }
})

export const readingServings = [read, line, mark, follow, versions, standings]
