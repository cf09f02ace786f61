/** The ballot as a plain form: one answer, places, or marks. */
import { html, raw } from 'hono/html'
import type { Html } from '#kernel/page.ts'
import type { Words } from '#kernel/words.ts'
import { answersOf } from '../../rules/count/votes.ts'
import type { Method } from '../../rules/kinds/kind.ts'
import type { Fields } from '../../rules/voices/paper-form.ts'
import type { Option } from '../../store/tables.ts'
import { ANSWER_WORDS, say } from './words.ts'

export type Paper = {
  words: Words
  method: Method
  options: readonly Option[]
  /** Options by their number that have withdrawn. */
  withdrawn: readonly number[]
  fields: Fields
}

const checked = (is: boolean) => (is ? raw(' checked') : '')

function answers({ words, method, fields }: Paper): Html {
  return html`<fieldset>
    <legend class="label">${words.say(say.answer)}</legend>
    ${answersOf(method).map(
      (one) =>
        html`<label class="choice">
          <input type="radio" name="answer" value="${one}" ${checked(fields['answer'] === one)} />
          <span>${words.say(ANSWER_WORDS[one])}</span>
        </label>`,
    )}
  </fieldset>`
}

type Row = { name: string; note: string; option: number; fields: Fields; words: Words }

function tick({ name, note, option, fields }: Row): Html {
  const field = `m${option}`
  return html`<label class="choice">
    <input type="checkbox" name="${field}" value="1" ${checked(fields[field] === '1')} />
    <span><bdi>${name}</bdi>${note ? html`<span class="hint note">${note}</span>` : ''}</span>
  </label>`
}

type Numbered = { letter: 'p' | 'm'; least: number; most: number }

function number(row: Row, { letter, least, most }: Numbered): Html {
  const { name, note, option, fields, words } = row
  const field = `${letter}${option}`
  const label = words.say(letter === 'p' ? say.place : say.mark, { option: name })
  return html`<div class="numbered">
    <label for="${field}"
      ><span class="sr">${label}</span> <span aria-hidden="true"><bdi>${name}</bdi></span></label
    >
    <input
      class="input"
      type="number"
      inputmode="numeric"
      id="${field}"
      name="${field}"
      min="${least}"
      max="${most}"
      value="${fields[field] ?? ''}"
    />
    ${note ? html`<span class="hint note">${note}</span>` : ''}
  </div>`
}

function how({ words, method }: Paper): string {
  if (method.kind === 'ranked') return words.say(say.ranking)
  if (method.kind === 'score')
    return words.say(say.score, { least: method.least, most: method.most })
  if (method.kind === 'dots')
    return words.say(say.dots, { dots: method.dots, most: method.mostOnOne })
  return words.say(say.approval)
}

function bounds(method: Method, options: number): Numbered {
  if (method.kind === 'score') return { letter: 'm', least: method.least, most: method.most }
  if (method.kind === 'dots') return { letter: 'm', least: 0, most: method.mostOnOne }
  return { letter: 'p', least: 1, most: options }
}

/** The fields of a ballot by its method. */
export function ballotFields(paper: Paper): Html {
  const { method, options, fields, words, withdrawn } = paper
  if (answersOf(method).length > 0) return answers(paper)
  const between = bounds(method, options.length)
  const rows = options.flatMap(({ name, note }, at) => {
    if (withdrawn.includes(at + 1)) return []
    const row = { name, note, option: at + 1, fields, words }
    return [method.kind === 'approval' ? tick(row) : number(row, between)]
  })
  return html`<fieldset>
    <legend class="label">${how(paper)}</legend>
    ${rows}
    <label class="choice">
      <input type="checkbox" name="empty" value="yes" ${checked(fields['empty'] === 'yes')} />
      <span>${words.say(say.empty)}</span>
    </label>
  </fieldset>`
}
