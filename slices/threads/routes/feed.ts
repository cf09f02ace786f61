/**
 * Threads as Atom, at the secret address that somebody made for their feeds: `/feeds/<word>/threads.atom`
 * for all that they read (or of one circle), `/feeds/<word>/thr_….atom` for one thread.
 */
import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { atom } from '#kernel/atom.ts'
import type { Hall } from '#kernel/hall.ts'
import { Refused } from '#kernel/problem.ts'
import { escapeHtml } from '#kernel/text.ts'
import { wordsIn } from '#kernel/words.ts'
import { circlesOf, coop } from '#slices/circles/index.ts'
import { namesOf, personOf, shownName } from '#slices/people/index.ts'
import { ThreadId } from '../api/shapes.ts'
import { feedOwner, lastSaid } from '../store/feed.ts'
import { threadOf } from '../store/threads.ts'

const MOST = 100
const OFTEN = { count: 60, seconds: 60 }
const title = /*i18n*/ { id: 'threads.feed', message: 'Threads in {hall}' }

async function asked(hall: Hall, word: string, file: string) {
  const owner = await feedOwner(hall.db, word)
  const person = owner && (await personOf(hall.db, owner.person))
  if (!owner || !person) throw new Refused('not-found')
  const which = ThreadId.safeParse(file)
  if (file !== 'threads' && !which.success) throw new Refused('not-found')
  const thread = which.success ? await threadOf(hall.db, which.data) : null
  const mine = await circlesOf(hall.db, person.id)
  const circles = mine
    .map(({ id }) => id)
    .filter((id) => owner.circle === null || id === owner.circle)
  if (which.success && (!thread || !circles.includes(thread.circle))) throw new Refused('not-found')
  return { person, circles, thread: thread ?? null }
}

function paragraphsOf(text: string): string {
  const parts = escapeHtml(text).split(/\n{2,}/)
  return parts.map((part) => `<p>${part.replaceAll('\n', '<br/>')}</p>`).join('')
}

export async function threadFeed(hall: Hall, c: Context, word: string, file: string) {
  const { person, circles, thread } = await asked(hall, word, file)
  const wait = hall.limits.take(`thread feed ${person.id}`, OFTEN, hall.clock.now())
  if (wait > 0) throw new Refused('too-often', { wait })
  const { origin } = hall.config
  const said = await lastSaid(hall.db, { circles, thread: thread?.id ?? null }, MOST)
  const names = await namesOf(
    hall.db,
    said.map(({ who }) => who),
  )
  const called = (who: string) => {
    const name = names.get(who)
    return name ? [shownName(name)] : []
  }
  const changes = said.map(({ made_at, changed_at }) => changed_at ?? made_at).toSorted()
  const locale = person.locale ?? 'en'
  const hallName = (await coop(hall.db))?.name ?? 'Moothall'
  const text = atom({
    id: `${origin}/threads/feed/${thread?.id ?? person.id}`,
    title: thread?.title ?? wordsIn(locale).say(title, { hall: hallName }),
    updated: changes.at(-1) ?? thread?.made_at ?? '2020-01-01T00:00:00.000Z',
    self: `${origin}/feeds/${word}/${file}.atom`,
    href: thread ? `${origin}/threads/${thread.id}` : origin,
    language: locale,
    entries: said.map(
      ({ id, thread: of, title: heading, who, text: words, made_at, changed_at }) => ({
        id: `${origin}/threads/${of}#${id}`,
        title: heading,
        updated: changed_at ?? made_at,
        published: made_at,
        href: `${origin}/threads/${of}#${id}`,
        authors: called(who),
        html: paragraphsOf(words),
      }),
    ),
  })
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`
  const headers = {
    etag,
    'cache-control': 'private, max-age=300',
    'x-robots-tag': 'noindex, nofollow',
    'referrer-policy': 'no-referrer',
  }
  if (c.req.header('if-none-match')?.includes(etag))
    return new Response(null, { status: 304, headers })
  return new Response(text, {
    headers: { ...headers, 'content-type': 'application/atom+xml; charset=utf-8' },
  })
}
