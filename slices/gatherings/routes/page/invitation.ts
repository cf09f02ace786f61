/** The invitation page: a notice on the board, plain HTML, readable without a script. */
import { readFileSync } from 'node:fs'
import { html, raw } from 'hono/html'
import { type Html, page } from '#kernel/page.ts'
import type { Words } from '#kernel/words.ts'
import { dayOf, timeOf } from '../../store/times.ts'
import { answerPart, type Answering } from './answering.ts'
import { type Entrance, joinPart } from './entrance.ts'
import { icon } from './icons.ts'
import { headFor } from './json-ld.ts'
import { orderPart } from './order.ts'
import type { PageOf } from './parts.ts'
import { script } from './script.ts'
import { whenPart } from './when.ts'
import { whoPart } from './who.ts'
import { say } from './words.ts'

const styles = readFileSync(new URL('./page.css', import.meta.url), 'utf8')

export type Invitation = PageOf & {
  hall: string
  circle: string
  circleFeed: string
  origin: string
  answering: Answering | null
  entrance: Entrance
  calendar: string
  /** Where this page is, for the change of language. */
  path: string
  phase: 'coming' | 'open' | 'past' | 'cancelled'
  status?: number
}

const LANGUAGES = { en: 'English', es: 'Español' } as const

function headOf(words: Words, hall: string, path: string): Html {
  const links = Object.entries(LANGUAGES).map(([locale, name], at) =>
    locale === words.locale
      ? html`${at ? ' · ' : ''}${name}`
      : html`${at ? ' · ' : ''}<a href="${path}?lang=${locale}" lang="${locale}">${name}</a>`,
  )
  return html`<header class="page-head">
    <p>
      <a href="/"><bdi>${hall}</bdi></a>
    </p>
    <p class="hint">${links}</p>
  </header>`
}

function stateOf({ phase, gathering, words }: Invitation): Html {
  if (phase === 'cancelled') {
    const { reason } = gathering
    return html`<div class="notice off" role="status">
      <p><strong>${words.say(say.off)}</strong></p>
      ${reason ? html`<p>${words.say(say.why, { reason })}</p>` : ''}
    </div>`
  }
  if (phase !== 'past') return html``
  const minutes = gathering.endedAt
    ? html` <a href="/gatherings/${gathering.id}/minutes">${words.say(say.read)}</a>`
    : ''
  return html`<p class="notice" role="status">${words.say(say.over)}${minutes}</p>`
}

function paragraphsOf(text: string): Html {
  const lines = text.split(/\n+/).filter(Boolean)
  return html`${lines.map((line) => html`<p class="purpose doc">${line}</p>`)}`
}

function callPart(invitation: Invitation): Html {
  const { words, gathering, circle } = invitation
  return html`<header class="call">
    <p class="label">${words.say(say.invites, { circle })}</p>
    <h1><bdi>${gathering.title}</bdi></h1>
    ${paragraphsOf(gathering.purpose)}${stateOf(invitation)}
  </header>`
}

function asidePart(invitation: Invitation): Html {
  const { words, phase, answering, entrance, calendar } = invitation
  const ahead = phase === 'coming' || phase === 'open'
  return html`<aside
    class="answer ${phase === 'open' ? 'doors-open' : ''}"
    aria-label="${words.say(say.aside)}"
  >
    ${whenPart(invitation)} ${ahead ? answerPart(invitation, answering, calendar) : ''}
    ${ahead ? joinPart(invitation, entrance) : ''}
  </aside>`
}

function footPart({ words, gathering, circle, circleFeed }: Invitation): Html {
  const whose = gathering.access === 'public' ? say.wordsPublic : say.wordsMembers
  return html`<footer class="page-foot hint">
    <p>${words.say(whose)}</p>
    <p>
      ${icon('feed', true)}<span
        ><a href="${circleFeed}">${words.say(say.feedOf, { circle })}</a
        >${words.say(say.feedHow)}</span
      >
    </p>
  </footer>`
}

/** HTML without the white space of its source. */
async function tight(body: Html): Promise<Html> {
  return raw(
    String(await body)
      .replaceAll(/\s*\n\s*/g, ' ')
      .replaceAll(/> </g, '><'),
  )
}

/** The whole page. */
export async function invitationPage(invitation: Invitation): Promise<Response> {
  const { words, hall, path, gathering } = invitation
  const zone = invitation.zone ?? gathering.zone
  const day = dayOf(gathering.startsAt, zone, words.locale)
  const title = `${gathering.title} · ${day}, ${timeOf(gathering.startsAt, zone, words.locale)} · ${hall}`
  const body = html`${headOf(words, hall, path)}
    <main class="notice-board">
      ${callPart(invitation)}${asidePart(invitation)}${whoPart(invitation)}${orderPart(invitation)}
    </main>
    ${footPart(invitation)}`
  return page(words, {
    title,
    styles,
    script,
    body: await tight(body),
    head: headFor({ ...invitation, locale: words.locale, zone }),
    status: invitation.status ?? 200,
    headers: { 'referrer-policy': gathering.access === 'public' ? 'same-origin' : 'no-referrer' },
  })
}
