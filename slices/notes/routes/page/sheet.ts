/** A note as a plain page: to read and to print, without script. */
import { readFileSync } from 'node:fs'
import { html, raw } from 'hono/html'
import type { Instant } from '#kernel/clock.ts'
import { type Html, page } from '#kernel/page.ts'
import type { Words } from '#kernel/words.ts'
import type { Gives } from '../../rules/links.ts'
import { say } from './words.ts'

const styles = readFileSync(new URL('./note.css', import.meta.url), 'utf8')

export type NoteSheet = {
  words: Words
  title: string
  place: string
  /** Safe HTML. */
  text: string
  changedAt: Instant | null
  locked: boolean
  approved: { at: Instant; sha256: string } | null
  path: string
  /** What saying a name would give; null: nothing. */
  asks: { gives: Gives; signedIn: boolean; mistake: string | null } | null
  listed: boolean
  status?: number
}

/** A day in words. */
export function dayIn({ locale }: Words, at: Instant): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(at),
  )
}

/** A moment in words. */
export function momentIn({ locale }: Words, at: Instant): string {
  const style = { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' } as const
  return `${new Intl.DateTimeFormat(locale, style).format(new Date(at))} UTC`
}

function nameField(words: Words, mistake: string | null): Html {
  return html`<div class="field">
    <label for="name">${words.say(say.yourName)}</label>
    <input
      class="input"
      id="name"
      name="name"
      autocomplete="name"
      maxlength="80"
      required
      aria-describedby="mistake"
    />
    <p class="problem" id="mistake" role="alert">${mistake ?? ''}</p>
  </div>`
}

function comePart({ words, asks, path }: NoteSheet): Html {
  if (!asks) return html``
  const { gives, signedIn, mistake } = asks
  return html`<form class="come" method="post" action="${path}">
    ${
      signedIn
        ? ''
        : html`<p>${words.say(gives === 'write' ? say.writeAs : say.commentAs)}</p>
            ${nameField(words, mistake)}`
    }
    <button class="btn act">${words.say(say.open)}</button>
  </form>`
}

function statePart({ words, approved, locked, changedAt }: NoteSheet): string {
  if (approved) return words.say(say.approved, { day: dayIn(words, approved.at) })
  if (locked) return words.say(say.locked)
  return changedAt ? words.say(say.changed, { day: dayIn(words, changedAt) }) : ''
}

/** The page. */
export function notePage(sheet: NoteSheet): Promise<Response> {
  const { words, title, place, text, approved, path, listed, status = 200 } = sheet
  const feed = html`<link rel="alternate" type="application/atom+xml" href="${path}.atom" />`
  const body = html`<main class="sheet">
    <header>
      ${place ? html`<p class="lead">${words.say(say.lead, { place })}</p>` : ''}
      <h1><bdi>${title}</bdi></h1>
      <p class="about">${statePart(sheet)}</p>
    </header>
    ${comePart(sheet)}
    <div class="text" dir="auto">${text ? raw(text) : html`<p>${words.say(say.empty)}</p>`}</div>
    ${approved ? html`<p class="seal">sha-256 <code>${approved.sha256}</code></p>` : ''}
    <p class="foot"><a href="${path}.atom">${words.say(say.feed)}</a></p>
  </main>`
  const hidden = { 'x-robots-tag': 'noindex', 'referrer-policy': 'same-origin' }
  return page(words, { title, body, styles, head: feed, status, headers: listed ? {} : hidden })
}
