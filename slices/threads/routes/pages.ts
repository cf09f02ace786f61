/** Pages of threads from the server: no more mail of a kind, and feeds. */
import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import { callerAt } from '#kernel/caller.ts'
import type { Hall } from '#kernel/hall.ts'
import { page } from '#kernel/page.ts'
import { wordsIn } from '#kernel/words.ts'
import { type Stop, stopIn, stopMail } from '../store/stopping.ts'
import { threadOf } from '../store/threads.ts'
import { threadFeed } from './feed.ts'

const say = {
  thread: /*i18n*/ {
    id: 'threads.stop.thread',
    message: 'No more mail about “{title}”?',
  },
  daily: /*i18n*/ { id: 'threads.stop.daily', message: 'No more daily letters about threads?' },
  weekly: /*i18n*/ { id: 'threads.stop.weekly', message: 'No more weekly letters about threads?' },
  stop: /*i18n*/ { id: 'threads.stop.stop', message: 'Stop them' },
  stopped: /*i18n*/ {
    id: 'threads.stop.stopped',
    message: 'No more of these go to you. On the page of a thread you can choose anew.',
  },
  unknown: /*i18n*/ {
    id: 'threads.stop.unknown',
    message:
      'This address stops nothing. Open the link from a newer letter, or choose on the page of a thread.',
  },
  home: /*i18n*/ { id: 'threads.stop.home', message: 'To the hall' },
} as const

async function question(hall: Hall, { what }: Stop) {
  if (what === 'daily' || what === 'weekly') return { message: say[what], values: {} }
  const thread = await threadOf(hall.db, what)
  return { message: say.thread, values: { title: thread?.title ?? '' } }
}

/** It asks first, so that no mail scanner stops anything; a POST (RFC 8058, or the button) does it. */
async function stopPage(hall: Hall, c: Context, does: boolean): Promise<Response> {
  const { locale } = await callerAt(hall, c)
  const words = wordsIn(locale)
  const word = c.req.param('word') ?? ''
  const stop = await stopIn(hall.db, word)
  if (stop && does) await hall.transact((tx) => stopMail(tx, stop, hall.clock.now()))
  const asks = stop && !does ? await question(hall, stop) : null
  const title = asks
    ? words.say(asks.message, asks.values)
    : words.say(stop ? say.stopped : say.unknown)
  const body = html`<main>
    <h1>${title}</h1>
    ${
      asks
        ? html`<form method="post" action="/threads/stop/${word}">
            <button class="btn act">${words.say(say.stop)}</button>
          </form>`
        : html`<p><a href="/">${words.say(say.home)}</a></p>`
    }
  </main>`
  const headers = { 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' }
  return page(words, { title, body, headers, status: stop ? 200 : 404 })
}

export function pages(hall: Hall): Hono {
  const app = new Hono()
  app.get('/threads/stop/:word', (c) => stopPage(hall, c, false))
  app.post('/threads/stop/:word', (c) => stopPage(hall, c, true))
  app.get('/feeds/:word/:file{\\w+\\.atom}', (c) =>
    threadFeed(hall, c, c.req.param('word'), c.req.param('file').replace(/\.atom$/, '')),
  )
  return app
}
