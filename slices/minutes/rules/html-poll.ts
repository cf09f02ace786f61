/** A quick poll as HTML. */
import { type Markup, markup, when } from './markup.ts'
import type { ToldPoll } from './told.ts'

export function poll({ question, about, rows, words }: ToldPoll): Markup {
  const percent = (part: number) => `${Math.round(part * 1000) / 10}%`
  return markup`<div class="polled"><p><b>${question}</b> <span>${about}</span></p><dl>${rows.map(
    ({ label, count, part }) =>
      markup`<div><dt>${label}</dt><dd class="bar"><svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true"><rect width="${percent(part).replace('%', '')}" height="12"/></svg></dd><dd>${count}</dd></div>`,
  )}</dl>${when(words.length > 0, () => markup`<ul>${words.map((word) => markup`<li>${word}</li>`)}</ul>`)}</div>`
}
