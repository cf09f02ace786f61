/** The plain page of a note, by its own address when it is public or by a link, and its feed. */
import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import { z } from 'zod'
import { callerAt } from '#kernel/caller.ts'
import type { Hall } from '#kernel/hall.ts'
import { page } from '#kernel/page.ts'
import { Refused } from '#kernel/problem.ts'
import { decodeUtf8, readBytes } from '#kernel/request-body.ts'
import { line } from '#kernel/text.ts'
import { wordsIn } from '#kernel/words.ts'
import { enterAsGuest } from '#slices/people/index.ts'
import { noteHtml } from '../store/documents.ts'
import { noteHolders } from '../store/holders.ts'
import { nameGuest } from '../store/links.ts'
import { writtenAt } from '../store/texts.ts'
import { notePage, type NoteSheet } from './page/sheet.ts'
import { noteFeed } from './page/feed.ts'
import { keepDoor, type Visit, visit } from './page/visit.ts'
import { say } from './page/words.ts'

const MOST_FORM = 8 * 1024
/** A hall of some hundreds comes within a minute; a flood does not. */
const NEWCOMERS = { count: 500, seconds: 60 }
const NameForm = z.object({ name: line(80) })

async function sheetFor(hall: Hall, of: Visit): Promise<NoteSheet> {
  const { note, caller, link, path } = of
  const { holder_kind: kind, holder, approved_at: at, approved_sha256: sha256 } = note
  const [place, text, changedAt] = await Promise.all([
    noteHolders.at(kind)?.headingOf(hall.db, holder),
    noteHtml(hall.db, note.id),
    writtenAt(hall.db, note.id),
  ])
  const open = note.locked_at === null && note.approved_at === null
  const gives = link && link.gives !== 'read' && open ? link.gives : null
  return {
    words: wordsIn(caller.locale),
    title: note.title,
    place: place?.title ?? '',
    text,
    changedAt,
    locked: note.locked_at !== null,
    approved: at && sha256 ? { at, sha256 } : null,
    path,
    asks: gives && { gives, signedIn: caller.person !== null, mistake: null },
    listed: note.public_at !== null && link === null,
  }
}

async function show(hall: Hall, c: Context): Promise<Response> {
  const of = await visit(hall, c, c.req.param('word') ?? '')
  await keepDoor(hall, c, of)
  const shown = await notePage(await sheetFor(hall, of))
  return c.newResponse(shown.body, shown)
}

/** Lets somebody in by a link: who is signed in at once, a guest with a name; then to the note. */
async function comeIn(hall: Hall, c: Context): Promise<Response> {
  const of = await visit(hall, c, c.req.param('word') ?? '')
  const { note, caller } = of
  const now = hall.clock.now()
  const wait = hall.limits.take(`come in ${note.id}`, NEWCOMERS, now)
  if (wait > 0) throw new Refused('too-often', { wait })
  const fields = new URLSearchParams(decodeUtf8(await readBytes(c.req.raw, MOST_FORM)))
  const form = NameForm.safeParse(Object.fromEntries(fields))
  const holder = await keepDoor(hall, c, of)
  if (holder && !caller.person) {
    if (!form.success) {
      const sheet = await sheetFor(hall, of)
      const mistake = sheet.words.say(say.nameNeeded)
      const shown = await notePage({
        ...sheet,
        asks: sheet.asks && { ...sheet.asks, mistake },
        status: 422,
      })
      return c.newResponse(shown.body, shown)
    }
    const { name } = form.data
    await hall.transact(async (tx) => {
      const guest = await enterAsGuest(tx, { gathering: note.id, browser: holder, name, now })
      await nameGuest(tx, note.id, holder, guest.id)
    })
  }
  return c.redirect(`/notes/${note.id}`, 303)
}

async function feed(hall: Hall, c: Context): Promise<Response> {
  const word = (c.req.param('word') ?? '').replace(/\.atom$/, '')
  const of = await visit(hall, c, word)
  const words = wordsIn(of.caller.locale)
  const xml = await noteFeed(hall.db, of, { words, origin: hall.config.origin })
  return c.body(xml, 200, { 'content-type': 'application/atom+xml; charset=utf-8' })
}

/** A link that lets in nobody: a page that says what to do. */
async function closed(hall: Hall, c: Context, cause: unknown): Promise<Response> {
  const gone = cause instanceof Refused && cause.refusal.refused === 'not-found'
  if (!gone || !c.req.header('accept')?.includes('text/html')) throw cause
  const words = wordsIn((await callerAt(hall, c)).locale)
  const title = words.say(say.gone)
  const body = html`<main>
    <h1>${title}</h1>
    <p><a href="/">${words.say(say.home)}</a></p>
  </main>`
  return page(words, { title, body, status: 404, headers: { 'referrer-policy': 'no-referrer' } })
}

/** The pages, mounted at the root. */
export function pages(hall: Hall): Hono {
  const app = new Hono()
  app.onError((cause, c) => closed(hall, c, cause))
  app.get('/n/:word{[\\w-]+\\.atom}', (c) => feed(hall, c))
  app.get('/n/:word', (c) => show(hall, c))
  app.post('/n/:word', (c) => comeIn(hall, c))
  return app
}
