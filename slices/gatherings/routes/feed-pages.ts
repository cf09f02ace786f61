/**
 * Feeds to subscribe to, as iCalendar and as Atom: of the public gatherings, of a circle's public
 * ones, and at a secret address all that its person may see. Whoever holds the newest version is told
 * so (304). A secret address is kept from search engines and referrers.
 */
import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { DAY, type Instant, plus } from '#kernel/clock.ts'
import type { Hall } from '#kernel/hall.ts'
import { Refused } from '#kernel/problem.ts'
import { type Locale, localeFor, wordsIn } from '#kernel/words.ts'
import { type CircleId, circleOf, coop } from '#slices/circles/index.ts'
import { type PersonId, personOf } from '#slices/people/index.ts'
import { isInFeeds } from '../rules/doors.ts'
import { atomOf, calendarOf, type FeedOf } from '../store/feed-texts.ts'
import { feedAt } from '../store/feeds.ts'
import { headingsIn } from '../store/gatherings.ts'
import { listedFor } from '../store/listing.ts'

const BACK_DAYS = 366
const MOST = 500
/** Calendars ask a few times an hour; more is somebody else. */
const OFTEN = { count: 60, seconds: 60 }

const say = {
  all: /*i18n*/ { id: 'gatherings.feed.all', message: 'Gatherings of {hall}' },
  circle: /*i18n*/ { id: 'gatherings.feed.circle', message: 'Gatherings of {circle}, {hall}' },
  mine: /*i18n*/ { id: 'gatherings.feed.mine', message: 'My gatherings in {hall}' },
} as const

type Asked = { person: PersonId | null; circle: CircleId | null; locale: Locale; secret: boolean }

async function asked(hall: Hall, c: Context, word: string): Promise<Asked | null> {
  const locale = localeFor(c.req.header('accept-language'))
  if (word === 'public') return { person: null, circle: null, locale, secret: false }
  if (word.startsWith('cir_')) {
    const circle = await circleOf(hall.db, `cir_${word.slice(4)}`)
    return circle && { person: null, circle: circle.id, locale, secret: false }
  }
  const feed = await feedAt(hall.db, word)
  const person = feed ? await personOf(hall.db, feed.person) : null
  return feed && person
    ? { person: person.id, circle: feed.circle, locale: person.locale ?? locale, secret: true }
    : null
}

async function nameOf(hall: Hall, { person, circle, locale }: Asked): Promise<string> {
  const words = wordsIn(locale)
  const [own, whole] = await Promise.all([circle ? circleOf(hall.db, circle) : null, coop(hall.db)])
  const values = { hall: whole?.name ?? 'Moothall', circle: own?.name ?? '' }
  if (own && own.id !== whole?.id) return words.say(say.circle, values)
  return words.say(person ? say.mine : say.all, values)
}

/** What a feed says: everything listed for its reader, in a window of time. */
async function feedOf(hall: Hall, feed: Asked, now: Instant): Promise<FeedOf> {
  const { person, circle, locale } = feed
  const window = { after: plus(now, -BACK_DAYS * DAY), newestFirst: true, limit: MOST }
  const whole = await coop(hall.db)
  const narrow = circle && circle !== whole?.id ? { circle } : {}
  const found = await headingsIn(hall.db, { ...window, ...narrow })
  const listed = await listedFor(hall.db, found, person)
  return {
    name: await nameOf(hall, feed),
    locale,
    zone: whole?.zone ?? 'UTC',
    origin: hall.config.origin,
    all: found,
    gatherings: listed.filter((one) => isInFeeds(one, now)),
    now,
  }
}

function isFresh(c: Context, etag: string, modified: string | null): boolean {
  const match = c.req.header('if-none-match')
  if (match !== undefined)
    return match.split(',').some((tag) => [etag, '*'].includes(tag.trim().replace(/^W\//, '')))
  const since = c.req.header('if-modified-since')
  return since !== undefined && modified !== null && Date.parse(modified) <= Date.parse(since)
}

const TYPES = { ics: 'text/calendar', atom: 'application/atom+xml' } as const

/** Answers one feed by the last part of its address: `public.ics`, `cir_….atom`, a secret. */
export async function answerFeed(hall: Hall, c: Context, file: string): Promise<Response> {
  const [, word = '', kind] = /^([\w-]{1,64})\.(ics|atom)$/.exec(file) ?? []
  const feed = word ? await asked(hall, c, word) : null
  if (!feed || (kind !== 'ics' && kind !== 'atom')) throw new Refused('not-found')
  const now = hall.clock.now()
  const wait = feed.secret ? hall.limits.take(`feed ${feed.person} ${feed.circle}`, OFTEN, now) : 0
  if (wait > 0) throw new Refused('too-often', { wait })
  const what = await feedOf(hall, feed, now)
  const self = `${hall.config.origin}/feeds/${file}`
  const text = kind === 'ics' ? await calendarOf(hall.db, what, self) : atomOf(what, self)
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`
  const changed = what.gatherings.map(({ changedAt }) => changedAt).toSorted()
  const newest = changed.at(-1)
  const modified = newest ? new Date(newest).toUTCString() : null
  const headers = {
    etag,
    ...(modified ? { 'last-modified': modified } : {}),
    'cache-control': feed.secret ? 'private, max-age=300' : 'public, max-age=300',
    vary: 'accept-language',
    ...(feed.secret
      ? { 'x-robots-tag': 'noindex, nofollow', 'referrer-policy': 'no-referrer' }
      : {}),
  }
  if (isFresh(c, etag, modified)) return new Response(null, { status: 304, headers })
  const type = `${TYPES[kind]}; charset=utf-8`
  return new Response(text, { headers: { ...headers, 'content-type': type } })
}
