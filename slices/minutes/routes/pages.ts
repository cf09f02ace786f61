/** Minutes as plain pages: what everybody may read, printable, without script; and the Atom feed. */
import { type Context, Hono } from 'hono'
import { raw } from 'hono/html'
import type { Hall } from '#kernel/hall.ts'
import { page } from '#kernel/page.ts'
import { Refused } from '#kernel/problem.ts'
import { callerAt } from '#kernel/caller.ts'
import { wordsIn } from '#kernel/words.ts'
import type { ChatLine } from '../rules/document.ts'
import { sheetOf } from '../rules/html.ts'
import { tell } from '../rules/tell.ts'
import { SHEET_STYLES } from './files.ts'
import { openChat, openMinutes, type Opened } from './opened.ts'
import { speechIn } from './speaking.ts'
import { feed } from './feed.ts'

const LINES_AN_ITEM = 300

/** The first lines of each item; the page links to the rest. */
async function firstLines({ db }: Hall, opened: Opened): Promise<Map<string | null, ChatLine[]>> {
  const items = [null, ...opened.minutes.items.map(({ id }) => id)]
  const lines = new Map<string | null, ChatLine[]>()
  for (const item of items)
    lines.set(item, await openChat(db, opened, { item, limit: LINES_AN_ITEM }))
  return lines
}

async function minutesPage(hall: Hall, c: Context): Promise<Response | null> {
  const caller = await callerAt(hall, c)
  if (caller.person && c.req.query('plain') === undefined) return null
  const opened = await openMinutes(hall.db, caller, c.req.param('minutes') ?? '')
  if (opened.me !== null && c.req.query('plain') === undefined) return null
  const { minutes, kept } = opened
  const byItem = await firstLines(hall, opened)
  const speech = speechIn(caller.locale, minutes.zone)
  const told = tell(minutes, speech)
  const sheet = sheetOf(told, speech, {
    chatOf: (item) => byItem.get(item) ?? [],
    sha256: kept.sha256,
    wholeChat: `/api/minutes/${kept.id}/files/chat.md`,
  })
  return page(wordsIn(caller.locale), {
    title: minutes.title,
    body: raw(`<main class="page">${sheet.html}</main>`),
    styles: SHEET_STYLES,
    headers: kept.visibility === 'public' ? {} : { 'x-robots-tag': 'noindex' },
  })
}

/** The pages, mounted at the root. */
export function pages(hall: Hall): Hono {
  const app = new Hono()
  app.get('/minutes/:minutes{(min|gth)_[0-9a-z]+}', async (c, next) => {
    const answer = await minutesPage(hall, c).catch((cause: unknown) => {
      if (cause instanceof Refused && cause.refusal.refused === 'not-found') return null
      throw cause
    })
    return answer ?? next()
  })
  app.get('/gatherings/:gathering{gth_[0-9a-z]+}/minutes', (c) =>
    c.redirect(`/minutes/${c.req.param('gathering')}`),
  )
  app.get('/memory.atom', (c) => feed(hall, c))
  return app
}
