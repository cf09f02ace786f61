/** A letter as text, and as HTML with everything escaped. */
import { escapeHtml } from '#kernel/text.ts'
import type { Words } from '#kernel/words.ts'
import { type LetterGiven, stopOf } from './letter-given.ts'
import type { Parts } from './letter-parts.ts'
import { say } from './letter-words.ts'

/** The letter as plain text. */
export function textOf(given: LetterGiven, parts: Parts, words: Words): string {
  const { lead, facts, purpose, order, links } = parts
  const stop = stopOf(given)
  return [
    lead,
    [given.gathering.title, ...facts].join('\n'),
    purpose,
    links.map(({ line, href }) => `${line}\n${href}`).join('\n'),
    links.length > 0 ? words.say(say.yours) : '',
    order.join('\n'),
    stop
      ? `-- \n${words.say(stop.reminders ? say.noReminders : say.noInvitations)}\n${stop.href}`
      : '',
  ]
    .filter(Boolean)
    .join('\n\n')
}

/** The letter as simple HTML. */
export function htmlOf(given: LetterGiven, parts: Parts, words: Words): string {
  const e = escapeHtml
  const { lead, facts, purpose, order, links } = parts
  const stop = stopOf(given)
  const [orderTitle = '', ...items] = order
  const lines = (texts: string[]) => texts.map(e).join('<br>')
  return [
    `<!doctype html><html lang="${words.locale}"><body style="font-family:sans-serif;line-height:1.5;max-width:40em">`,
    `<p>${e(lead)}</p><h1 style="font-size:1.4em;margin:0">${e(given.gathering.title)}</h1>`,
    `<p>${lines(facts)}</p>`,
    purpose ? `<p>${lines(purpose.split('\n'))}</p>` : '',
    ...links.map(({ line, href }) => `<p>${e(line)}<br><a href="${e(href)}">${e(href)}</a></p>`),
    links.length > 0 ? `<p>${e(words.say(say.yours))}</p>` : '',
    items.length > 0
      ? `<h2 style="font-size:1.1em">${e(orderTitle)}</h2><p>${lines(items)}</p>`
      : '',
    stop
      ? `<p style="color:#656775"><a href="${e(stop.href)}">${e(words.say(stop.reminders ? say.noReminders : say.noInvitations).replace(/:$/, ''))}</a></p>`
      : '',
    '</body></html>',
  ].join('')
}
