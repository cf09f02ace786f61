/** The page that a link in a mail opens: the question, the ballot, and what the link is. */
import { readFileSync } from 'node:fs'
import { html } from 'hono/html'
import type { Refusal } from '#kernel/change.ts'
import { type Html, page } from '#kernel/page.ts'
import { kernelRefusals } from '#kernel/refusals.ts'
import type { Words } from '#kernel/words.ts'
import { type Fields, fieldsOf } from '../../rules/voices/paper-form.ts'
import { refusals } from '../refusals.ts'
import { ballotFields } from './form.ts'
import type { Opened, Shut } from './loading.ts'
import { say } from './words.ts'

const styles = readFileSync(new URL('./page.css', import.meta.url), 'utf8')
/** The address of the page is a key: nobody is told it, and nothing that searches keeps it. */
const headers = { 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow' }

const dayIn = (at: string, words: Words, zone: string) =>
  new Intl.DateTimeFormat(words.locale === 'en' ? 'en-GB' : words.locale, {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: zone,
  }).format(new Date(at))

/** A refusal in a sentence. */
export function sentenceOf({ refused, details }: Refusal, words: Words): string {
  const meaning = { ...kernelRefusals, ...refusals }[refused]
  return meaning ? words.say(meaning.say, details ?? {}) : ''
}

function headOf({ text, circle, person, zone, decision, words }: Opened): Html {
  const own = person.zone ?? zone
  const until = (at: string) => ({ until: dayIn(decision.closes_at, words, at), zone: at })
  return html`<header class="head">
    <p class="label">${circle} · ${decision.ruling.kind.name}</p>
    <h1>${text.title}</h1>
    <p class="question">${text.question}</p>
    <p class="hint">
      ${words.say(say.until, until(own))}
      ${own === zone ? '' : words.say(say.untilToo, until(zone))}
    </p>
  </header>`
}

function stateOf({ ballot, words, person, zone }: Opened, cast: boolean): Html {
  if (cast) return html`<p class="notice done" role="status">${words.say(say.isCast)}</p>`
  if (!ballot) return html`<p class="hint">${words.say(say.notYet)}</p>`
  const at = dayIn(ballot.at, words, person.zone ?? zone)
  return html`<p class="notice done">${words.say(say.wasCast, { at })}</p>`
}

function aboutLink({ token, ballot, words, person }: Opened): Html {
  return html`<section class="about" aria-labelledby="link-h">
    <h2 id="link-h">${words.say(say.linkHead)}</h2>
    <p>${words.say(say.linkWhat, { person: person.name })}</p>
    <form class="acts" method="post" action="/b/${token}/stop">
      <button class="btn" name="why" value="stopped">${words.say(say.stop)}</button>
      ${
        ballot
          ? html`<button class="btn" name="why" value="not-me">${words.say(say.notMe)}</button>`
          : ''
      }
    </form>
  </section>`
}

export type Shown = {
  /** It was cast a moment ago. */
  cast?: boolean
  /** What somebody filled in that was not taken, and why. */
  given?: { fields: Fields; refusal: Refusal }
}

/** The ballot; what was filled in wrongly stands there again, with the reason. */
export async function ballotPage(opened: Opened, { cast = false, given }: Shown = {}) {
  const { words, text, decision, ballot, token, name } = opened
  const fields = given?.fields ?? (ballot ? fieldsOf(ballot.vote) : {})
  const said = given?.fields['said'] ?? ballot?.said ?? ''
  const paper = {
    words,
    method: decision.ruling.kind.method,
    options: text.options,
    withdrawn: opened.withdrawn,
    fields,
  }
  const problem = given ? sentenceOf(given.refusal, words) : null
  const body = html`<main>
    ${headOf(opened)} ${stateOf(opened, cast)}
    <form class="paper" method="post" action="/b/${token}">
      <h2>${words.say(say.ballotOf, { name })}</h2>
      ${problem ? html`<p class="problem" role="alert">${problem}</p>` : ''} ${ballotFields(paper)}
      <div class="field">
        <label class="label" for="said">${words.say(say.reason)}</label>
        <textarea class="input" id="said" name="said" maxlength="2000" aria-describedby="said-hint">
${said}</textarea>
        <p class="hint" id="said-hint">${words.say(say.reasonHint)}</p>
      </div>
      <p class="acts">
        <button class="btn act">${words.say(ballot ? say.change : say.cast)}</button>
      </p>
    </form>
    <p><a href="/decisions/${decision.id}">${words.say(say.all)}</a></p>
    ${aboutLink(opened)}
  </main>`
  return page(words, { title: text.title, body, styles, headers, status: given ? 422 : 200 })
}

const GONE = 410
const UNKNOWN = 404

/** Why the link opens no ballot, and what to do instead. */
export async function shutPage({ refusal, link, words }: Shut): Promise<Response> {
  const title = sentenceOf(refusal, words)
  const body = html`<main>
    <h1>${title}</h1>
    <p>
      ${
        link
          ? html`<a href="/decisions/${link.decision}">${words.say(say.signIn)}</a>`
          : html`<a href="/">${words.say(say.home)}</a>`
      }
    </p>
  </main>`
  const status = refusal.refused === 'link-unknown' ? UNKNOWN : GONE
  return page(words, { title, body, headers, status })
}

/** The links are stopped. */
export async function stoppedPage({ link, words }: Opened, notMe: boolean): Promise<Response> {
  const title = words.say(notMe ? say.told : say.stopped)
  const body = html`<main>
    <h1>${title}</h1>
    <p><a class="btn act" href="/decisions/${link.decision}">${words.say(say.signIn)}</a></p>
  </main>`
  return page(words, { title, body, headers })
}
