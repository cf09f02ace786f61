/** Threads of a circle, over HTTP. */
import { DAY, plus } from '#kernel/clock.ts'
import { Refused } from '#kernel/problem.ts'
import { serve } from '#kernel/serve.ts'
import { meIn } from '#kernel/session.ts'
import { circleOf, circlesOf } from '#slices/circles/index.ts'
import { namesOf, whoIn } from '#slices/people/index.ts'
import * as api from '../api/beginning.ts'
import { threadsSaying } from '../store/finding.ts'
import { wishFor, wishIn } from '../store/following.ts'
import { countsOf, listedThreads } from '../store/listing.ts'
import { unreadIn, waitingFor } from '../store/reading.ts'
import { readsIn } from '../store/rights.ts'
import { nameIn } from '../store/shown.ts'
import { sourceFor, threadsFrom } from '../store/sources.ts'
import { makeThread } from '../store/threads.ts'
import { heldThread } from './holding.ts'
import { say } from './saying.ts'

const NEW_DAYS = 14

function placeAfter(mark: string | undefined): { at: string; id: string } | null {
  const [at = '', id = ''] = (mark ?? '').split(' ')
  return id && !Number.isNaN(Date.parse(at)) ? { at, id } : null
}

const list = serve(api.listThreads, async ({ db, params, query, caller }) => {
  const person = meIn(caller)
  const { words, which, limit } = query
  const found = words ? await threadsSaying(db, params.circle, words) : null
  const [circle, mail, rows] = await Promise.all([
    circleOf(db, params.circle),
    wishIn(db, params.circle, person),
    listedThreads(db, {
      circle: params.circle,
      person,
      which,
      among: found && [...found.keys()],
      before: placeAfter(query.before),
      limit: limit + 1,
    }),
  ])
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const names = await namesOf(
    db,
    page.map(({ made_by: by }) => by),
  )
  return {
    circle: circle?.name ?? '',
    mail,
    threads: page.map(({ id, made_by, made_at: madeAt, last_at: lastAt, ...one }) => ({
      ...one,
      thread: id,
      by: whoIn(names, made_by),
      madeAt,
      lastAt,
      found: found?.get(id) ?? null,
    })),
    next: rows.length > limit && last ? `${last.last_at} ${last.id}` : null,
  }
})

const begin = serve(api.beginThread, async (call) => {
  const { params, body, now, db, caller } = call
  const me = meIn(caller)
  const { circle } = params
  if (!(await circleOf(db, circle))) throw new Refused('no-such-circle')
  const source = body.from && (await sourceFor(db, caller, body.from))
  if (body.from && source?.circle !== circle) throw new Refused('source-not-yours')
  const by = { by: me, now }
  const thread = await call.transact(async (tx) => {
    const id = await makeThread(tx, { circle, title: body.title, source }, by)
    await say(call, tx, await heldThread(tx, id), { text: body.text, answers: null, ...by })
    return id
  })
  return { thread }
})

const source = serve(api.readSource, async ({ db, params, caller }) => {
  const me = meIn(caller)
  const [seen, all, mine] = await Promise.all([
    sourceFor(db, caller, params),
    threadsFrom(db, params.id),
    circlesOf(db, me),
  ])
  const called = new Map(mine.map(({ id, name }) => [id, name]))
  const threads = all.filter(({ circle }) => called.has(circle))
  const ids = threads.map(({ id }) => id)
  const [unread, counts] = await Promise.all([unreadIn(db, ids, me), countsOf(db, ids)])
  const begins = seen?.circle ? await readsIn(db, caller, seen.circle) : false
  const names = await namesOf(
    db,
    (seen?.quotes ?? []).flatMap(({ who }) => who ?? []),
  )
  return {
    source:
      seen && begins
        ? {
            title: seen.title,
            href: seen.href,
            circle: seen.circle,
            quotes: seen.quotes.map(({ who, name, text, at, href }) => ({
              who: nameIn(names, who) ?? name,
              text,
              at,
              href,
            })),
          }
        : null,
    threads: threads.map(({ id, title, circle, source: from, source_title, last_at: lastAt }) => ({
      thread: id,
      title,
      circle: called.get(circle) ?? '',
      part: from === params.id ? null : source_title,
      comments: counts.get(id) ?? 0,
      unread: unread.get(id)?.unread ?? 0,
      lastAt,
    })),
  }
})

const choose = serve(api.chooseForCircle, async ({ params, body, caller, transact }) => {
  const person = meIn(caller)
  await transact((tx) => wishFor(tx, { circle: params.circle, person, mail: body.mail }))
  return {}
})

const unread = serve(api.unreadThreads, async ({ db, caller, now }) => {
  const person = meIn(caller)
  const circles = await circlesOf(db, person)
  const waiting = await waitingFor(db, {
    person,
    circles: circles.map(({ id }) => id),
    since: plus(now, -NEW_DAYS * DAY),
  })
  return {
    threads: waiting.map(({ circle, ...one }) => ({
      ...one,
      circle: { id: circle, name: circles.find(({ id }) => id === circle)?.name ?? '' },
    })),
  }
})

export const beginningServings = [list, begin, source, choose, unread]
