/** A refusal as a page: one sentence that says what to do next, and the way home. */
import type { Context } from 'hono'
import { html } from 'hono/html'
import { page } from '#kernel/page.ts'
import { problemOf, Refused, type RefusalMeanings } from '#kernel/problem.ts'
import { kernelRefusals } from '#kernel/refusals.ts'
import { LOCALE_COOKIE } from '#kernel/session.ts'
import { LOCALES, localeFor, wordsIn } from '#kernel/words.ts'
import { getCookie } from 'hono/cookie'
import { refusals } from '../refusals.ts'
import { say } from './words.ts'

const meanings: RefusalMeanings = {
  ...kernelRefusals,
  ...refusals,
  'not-found': { status: 404, say: say.gone },
  'gathering-over': { status: 410, say: say.over },
}

/** Answers with a page where a browser asks for one; all else goes on to whoever answers problems. */
export async function refusedPage(cause: unknown, c: Context): Promise<Response> {
  const wantsPage = c.req.header('accept')?.includes('text/html') ?? false
  if (!(cause instanceof Refused) || !wantsPage || !meanings[cause.refusal.refused]) throw cause
  const chosen = LOCALES.find((locale) => locale === getCookie(c, LOCALE_COOKIE))
  const words = wordsIn(chosen ?? localeFor(c.req.header('accept-language')))
  const { title, status } = problemOf(cause.refusal, meanings, words)
  const body = html`<main>
    <h1>${title}</h1>
    <p><a href="/">${words.say(say.home)}</a></p>
  </main>`
  return page(words, { title, body, status, headers: { 'referrer-policy': 'no-referrer' } })
}
