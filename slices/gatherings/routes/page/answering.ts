/** What a reader does on the invitation page: answer, put it in a calendar, come in. */
import { html, raw } from 'hono/html'
import type { Html } from '#kernel/page.ts'
import type { Words } from '#kernel/words.ts'
import type { Answer } from '../../store/tables.ts'
import { dayOf } from '../../store/times.ts'
import { doorsLine, type PageOf } from './parts.ts'
import { say } from './words.ts'

const ICONS = {
  plus: '<path d="M16 18h6M16 2v3M19 15v6M21 11.5V5a2 2 0 00-2-2H5a2 2 0 00-2 2v14a2 2 0 002 2h8.3M3 9h18M8 2v3"/>',
  check: '<path d="M20 6 9 17l-5-5"/>',
  door: '<path d="M10 21H2M10 3H7a2 2 0 00-2 2v16M14 12h.01M19 21V5a2 2 0 00-1.675-1.974l-6.163-1.013A1 1 0 0010 3v18a1 1 0 001.124.992zM22 21h-3"/>',
  feed: '<path d="M4 11a9 9 0 0 1 9 9M4 4a16 16 0 0 1 16 16"/><circle cx="5" cy="19" r="1"/>',
} as const

/** A picture beside words (lucide, ISC). */
export function icon(name: keyof typeof ICONS, small = false): Html {
  const size = small ? 'icon small' : 'icon'
  return raw(`<svg class="${size}" viewBox="0 0 24 24" aria-hidden="true">${ICONS[name]}</svg>`)
}

export type Answering = {
  /** Where the answer is posted. */
  action: string
  name: string | null
  given: { answer: Answer; at: string } | null
}

const ANSWERS = ['yes', 'maybe', 'no'] as const
const SAID = { yes: say.saidYes, maybe: say.saidMaybe, no: say.saidNo } as const

function choice(answer: Answer, chosen: boolean, words: Words): Html {
  return html`<button name="answer" value="${answer}" aria-pressed="${String(chosen)}">
    ${chosen ? icon('check', true) : ''}${words.say(say[answer])}
  </button>`
}

function answerForm({ action, name, given }: Answering, page: PageOf): Html {
  const { words, zone, gathering } = page
  const day = given ? dayOf(given.at, zone ?? gathering.zone, words.locale) : ''
  return html`<form class="rsvp" method="post" action="${action}">
    <fieldset>
      <legend>${name ? words.say(say.will, { name }) : words.say(say.willYou)}</legend>
      <div class="three">
        ${ANSWERS.map((answer) => choice(answer, given?.answer === answer, words))}
      </div>
    </fieldset>
    ${given ? html`<p class="hint">${words.say(SAID[given.answer], { day })}</p>` : ''}
  </form>`
}

/** The answer and the calendar. */
export function answerPart(page: PageOf, answering: Answering | null, calendar: string): Html {
  return html`<div class="rsvp">
    ${answering ? answerForm(answering, page) : ''}
    <a class="btn wide" href="${calendar}">${icon('plus')}${page.words.say(say.calendar)}</a>
  </div>`
}

export type Entrance = {
  open: boolean
  action: string
  /** Who is signed in needs no name. */
  signedIn: boolean
  name: string
  mistake: string | null
}

function nameField({ name, mistake }: Entrance, words: Words): Html {
  return html`<div class="field">
    <label class="label" for="name">${words.say(say.name)}</label>
    <input
      class="input"
      id="name"
      name="name"
      autocomplete="name"
      required
      maxlength="80"
      value="${name}"
      ${mistake ? raw('aria-invalid="true" aria-describedby="name-m" autofocus') : ''}
    />
    ${mistake ? html`<p class="problem" id="name-m">${mistake}</p>` : ''}
  </div>`
}

/** The door: a name and one button when it is open, else when it opens. */
export function joinPart(page: PageOf, entrance: Entrance): Html {
  const { words } = page
  const { open, action, signedIn } = entrance
  const opens = doorsLine(page, signedIn ? say.doorsSignedIn : say.doors)
  if (!open)
    return html`<section class="join">
      <h2>${words.say(say.comeIn)}</h2>
      <p class="hint">${opens}</p>
    </section>`
  return html`<form class="join" method="post" action="${action}">
    <h2>${words.say(say.comeIn)}</h2>
    ${signedIn ? '' : nameField(entrance, words)}
    <button class="btn act wide">${icon('door')}${words.say(say.comeIn)}</button>
    ${signedIn ? '' : html`<p class="hint">${words.say(say.doorsOpen)}</p>`}
    <p class="hint">${words.say(say.whereWords)}</p>
  </form>`
}
