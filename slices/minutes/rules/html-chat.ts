/** A line of the chat as HTML. */
import type { ChatLine } from './document.ts'
import { linked, type Markup, markup, when } from './markup.ts'
import { phrases } from './phrases.ts'
import { type Speech, timeOf } from './speech.ts'
import { readable } from './tell-facts.ts'

const SAID_STATES = {
  withdrawn: phrases.withdrawn,
  hidden: phrases.hidden,
  erased: phrases.lineErased,
} as const

const MARKS = { corrected: phrases.corrected, edited: phrases.edited } as const

export function lineOf(line: ChatLine, speech: Speech): Markup {
  const { state } = line
  const gone = state === 'withdrawn' || state === 'hidden' || state === 'erased'
  const mark = state === 'corrected' || state === 'edited' ? speech.say(MARKS[state]) : ''
  const reactions = line.reactions.map(({ emoji, count }) => `${emoji} ${count}`).join(' ')
  return markup`<li id="l${line.seq}"><time datetime="${line.at}">${timeOf(line.at, speech)}</time><p><bdi>${readable(line.name, speech)}</bdi> ${
    gone
      ? markup`<i>${speech.say(SAID_STATES[state])}</i>`
      : markup`<span class="words" dir="auto">${linked(readable(line.text, speech))}</span>`
  }${when(mark || reactions, () => markup` <small>${[mark, reactions].filter(Boolean).join(' ')}</small>`)}</p></li>`
}
