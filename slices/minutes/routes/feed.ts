/** The Atom feed of public minutes. */
import { callerAt } from '#kernel/caller.ts'
import type { Context } from 'hono'
import { atom } from '#kernel/atom.ts'
import type { Hall } from '#kernel/hall.ts'
import { wordsIn } from '#kernel/words.ts'
import { coop } from '#slices/circles/index.ts'
import { publicMinutes } from '../store/feed.ts'

const feedTitle = /*i18n*/ { id: 'minutes.feed', message: 'Minutes of {name}' }

export async function feed(hall: Hall, c: Context): Promise<Response> {
  const { origin } = hall.config
  const caller = await callerAt(hall, c)
  const co = await coop(hall.db)
  const minutes = await publicMinutes(hall.db)
  const name = co?.name ?? 'Moothall'
  const xml = atom({
    id: `${origin}/memory.atom`,
    title: wordsIn(caller.locale).say(feedTitle, { name }),
    updated: minutes[0]?.changedAt ?? '2020-01-01T00:00:00.000Z',
    self: `${origin}/memory.atom`,
    href: `${origin}/memory`,
    language: caller.locale,
    entries: minutes.map(({ id, title, purpose, changedAt, heldFrom }) => ({
      id: `${origin}/minutes/${id}`,
      title,
      updated: changedAt,
      published: heldFrom,
      href: `${origin}/minutes/${id}`,
      summary: purpose,
    })),
  })
  return c.body(xml, 200, { 'content-type': 'application/atom+xml; charset=utf-8' })
}
