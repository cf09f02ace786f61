/** Pages that are HTML from the server, feeds and calendar files. */
import { type Context, Hono } from 'hono'
import { callerAt } from '#kernel/caller.ts'
import type { Hall } from '#kernel/hall.ts'
import { icalendar } from '#kernel/ical.ts'
import { Refused } from '#kernel/problem.ts'
import { wordsIn } from '#kernel/words.ts'
import { eventOf } from '../store/calendar.ts'
import { headingsIn } from '../store/gatherings.ts'
import { subscribeAgain, unsubscribe } from '../store/unsubscribing.ts'
import { invitationByToken } from '../store/links.ts'
import { listedFor } from '../store/listing.ts'
import { seriesOf } from '../store/series.ts'
import { answerFeed } from './feed-pages.ts'
import { answerByForm, comeIn } from './page/doing.ts'
import { invitationPage } from './page/invitation.ts'
import { invitationFor, type Visit, visit, type Way } from './page/loading.ts'
import { refusedPage } from './page/refused.ts'
import { type StopKind, stopPage } from './page/stopping.ts'

/** One gathering as a file for a calendar; it keeps up by itself when the feed is subscribed to. */
async function calendarFile(hall: Hall, { gathering, way }: Visit): Promise<Response> {
  const { origin } = hall.config
  const series = gathering.series ? await seriesOf(hall.db, gathering.series) : null
  const address = way.token ? { address: `${origin}/i/${way.token}` } : {}
  const { occurrence: _occurrence, ...event } = eventOf(gathering, series, { origin, ...address })
  const text = icalendar({
    method: 'PUBLISH',
    events: [{ ...event, uid: ownUid(event.uid, gathering.id) }],
  })
  return new Response(text, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="${gathering.id}.ics"`,
      'cache-control': 'private, no-cache',
      'referrer-policy': 'same-origin',
    },
  })
}

/** One occurrence by itself has a name of its own. */
function ownUid(uid: string, id: string): string {
  return uid.replace(/^[^@]+/, id)
}

/** The page of a series is that of its next gathering. */
async function nextOfSeries(hall: Hall, c: Context, id: string): Promise<Response> {
  const caller = await callerAt(hall, c)
  const all = await headingsIn(hall.db, { series: `ser_${id.slice(4)}` })
  const seen = await listedFor(hall.db, all, caller.person)
  const now = hall.clock.now()
  const next = seen.find((one) => one.startsAt >= now && !one.cancelledAt) ?? seen.at(-1)
  if (!next) throw new Refused('not-found')
  return c.redirect(`/g/${next.id}`, 302)
}

function isStopKind(text: string): text is StopKind {
  return text === 'reminders' || text === 'invitations'
}

async function stopping(hall: Hall, c: Context) {
  const kind = c.req.param('kind') ?? ''
  const token = c.req.param('token') ?? ''
  const invitation = await invitationByToken(hall.db, token)
  if (!invitation || !isStopKind(kind)) throw new Refused('not-found')
  const { locale } = await callerAt(hall, c)
  const action = `/i/${token}/stop/${kind}`
  return { words: wordsIn(locale), kind, email: invitation.email, action }
}

async function stop(hall: Hall, c: Context): Promise<Response> {
  const what = await stopping(hall, c)
  const wanted = c.req.query('again') !== undefined
  await hall.transact((tx) =>
    wanted
      ? subscribeAgain(tx, what.email, what.kind)
      : unsubscribe(tx, what.email, what.kind, hall.clock.now()),
  )
  return stopPage({ ...what, state: wanted ? 'wanted' : 'stopped' })
}

type Doing = (hall: Hall, c: Context, of: Visit) => Promise<Response>

/** The page, with the cookies that were given on the way. */
const show: Doing = async (hall, c, of) => {
  const shown = await invitationPage(await invitationFor(hall, c, of))
  return c.newResponse(shown.body, shown)
}
const file: Doing = (hall, _c, of) => calendarFile(hall, of)

/** Every page of this slice, mounted at the root. */
export function pages(hall: Hall): Hono {
  const app = new Hono()
  app.onError(refusedPage)
  const at = (path: string, way: (c: Context) => Way, doing: Doing, posts = false) =>
    app.on(posts ? 'POST' : 'GET', path, async (c) => doing(hall, c, await visit(hall, c, way(c))))
  const byToken = (c: Context): Way => ({ id: '', token: c.req.param('token') ?? '' })
  const byKey = (c: Context): Way => ({
    id: c.req.param('gathering') ?? '',
    key: c.req.param('key') ?? '',
  })
  const byPage = (c: Context): Way => ({ id: c.req.param('gathering') ?? '' })
  const byFile = (c: Context): Way => {
    const key = c.req.query('key')
    return { id: (c.req.param('file') ?? '').replace(/\.ics$/, ''), ...(key ? { key } : {}) }
  }
  app.get('/feeds/:file', (c) => answerFeed(hall, c, c.req.param('file')))
  app.get('/g/:series{ser_\\w+}', (c) => nextOfSeries(hall, c, c.req.param('series')))
  at('/g/:file{gth_\\w+\\.ics}', byFile, file)
  at('/g/:gathering', byPage, show)
  at('/g/:gathering', byPage, answerByForm, true)
  at('/g/:gathering/come-in', byPage, comeIn, true)
  at('/g/:gathering/:key', byKey, show)
  at('/g/:gathering/:key', byKey, answerByForm, true)
  at('/g/:gathering/:key/come-in', byKey, comeIn, true)
  at('/i/:token', byToken, show)
  at('/i/:token', byToken, answerByForm, true)
  at('/i/:token/gathering.ics', byToken, file)
  at('/i/:token/come-in', byToken, comeIn, true)
  app.get('/i/:token/stop/:kind', async (c) =>
    stopPage({ ...(await stopping(hall, c)), state: 'asks' }),
  )
  app.post('/i/:token/stop/:kind', (c) => stop(hall, c))
  return app
}
