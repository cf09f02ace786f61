/** Links in mails: opening one shows a ballot; only what is posted from there casts it. */
import { type Context, Hono } from 'hono'
import { isRefusal } from '#kernel/change.ts'
import type { Hall } from '#kernel/hall.ts'
import { Refused } from '#kernel/problem.ts'
import { decodeUtf8, readBytes } from '#kernel/request-body.ts'
import { optionalParagraphs } from '#kernel/text.ts'
import { type Fields, voteFrom } from '../../rules/voices/paper-form.ts'
import { linkOf, stopLinks } from '../../store/links.ts'
import { topicOf } from '../../store/tables.ts'
import { writeLetters } from '../../timers/letters.ts'
import { castAs } from '../casting.ts'
import { type Opened, openLink, whyShut } from './loading.ts'
import { ballotPage, shutPage, stoppedPage } from './page.ts'

const MOST_FORM = 64 * 1024
/** One link in one minute; whoever presses twice is far below. */
const CASTS = { count: 20, seconds: 60 }
const Said = optionalParagraphs(2000)

async function fieldsIn(c: Context): Promise<Fields> {
  return Object.fromEntries(new URLSearchParams(decodeUtf8(await readBytes(c.req.raw, MOST_FORM))))
}

/** Casts what the form says; the link is looked at once more in the transaction. */
async function castByLink(hall: Hall, opened: Opened, fields: Fields): Promise<void> {
  const { link, token, decision } = opened
  const now = hall.clock.now()
  const wait = hall.limits.take(`ballot link ${token}`, CASTS, now)
  if (wait > 0) throw new Refused('too-often', { wait })
  const said = Said.safeParse(fields['said'] ?? '')
  if (!said.success) throw new Refused('said-too-long')
  const vote = voteFrom(fields, decision.ruling.kind.method)
  if (isRefusal(vote)) throw new Refused(vote.refused, vote.details)
  await hall.transact(async (tx) => {
    const shut = await whyShut(tx, await linkOf(tx, token), now)
    if (shut) throw new Refused(shut.refused, shut.details)
    const given = { as: link.member, vote, said: said.data, way: 'link' as const }
    const { changes, at } = await castAs(tx, link.decision, given, { by: link.person, now })
    if (at !== now) return
    const letter = { decision: link.decision, about: 'by-link', which: `${changes}` } as const
    await writeLetters(hall, tx, { ...letter, to: [link.person] })
  }, topicOf(link.decision))
}

async function post(hall: Hall, c: Context): Promise<Response> {
  const opened = await openLink(hall, c)
  if (!('decision' in opened)) return shutPage(opened)
  const fields = await fieldsIn(c)
  try {
    await castByLink(hall, opened, fields)
  } catch (cause) {
    if (!(cause instanceof Refused)) throw cause
    return ballotPage(opened, { given: { fields, refusal: cause.refusal } })
  }
  return c.redirect(`/b/${opened.token}?cast`, 303)
}

async function stop(hall: Hall, c: Context): Promise<Response> {
  const opened = await openLink(hall, c)
  if (!('decision' in opened)) return shutPage(opened)
  const why = (await fieldsIn(c))['why'] === 'not-me' ? 'not-me' : 'stopped'
  const { person, decision } = opened.link
  const now = hall.clock.now()
  await hall.transact(async (tx) => {
    await stopLinks(tx, { person, decision }, { why, now })
    if (why === 'not-me')
      await writeLetters(hall, tx, { decision, about: 'not-me', which: `${person} ${now}` })
  }, topicOf(decision))
  return stoppedPage(opened, why === 'not-me')
}

export function ballotPages(hall: Hall): Hono {
  const app = new Hono()
  app.get('/b/:token', async (c) => {
    const opened = await openLink(hall, c)
    if (!('decision' in opened)) return shutPage(opened)
    return ballotPage(opened, { cast: c.req.query('cast') !== undefined && opened.ballot !== null })
  })
  app.post('/b/:token', (c) => post(hall, c))
  app.post('/b/:token/stop', (c) => stop(hall, c))
  return app
}
