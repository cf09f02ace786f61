/** The answer of whoever was invited, and the way into their calendar. */
import { html } from 'hono/html'
import type { Html } from '#kernel/page.ts'
import type { Words } from '#kernel/words.ts'
import type { Answer } from '../../store/tables.ts'
import { dayOf } from '../../store/times.ts'
import { icon } from './icons.ts'
import type { PageOf } from './parts.ts'
import { say } from './words.ts'

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
