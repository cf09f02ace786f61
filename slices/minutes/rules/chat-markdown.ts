/** The chat as Markdown: every line with its time and name, under the items. */
import type { ChatLine } from './document.ts'
import { phrases } from './phrases.ts'
import { dayOf, type Speech, timeOf } from './speech.ts'
import { readable } from './tell-facts.ts'
import type { Told } from './told.ts'
import { plainMark, section } from './marking.ts'

const GONE = {
  withdrawn: phrases.withdrawn,
  hidden: phrases.hidden,
  erased: phrases.lineErased,
} as const

function wordsOf({ state, text }: ChatLine, speech: Speech): string {
  if (state === 'withdrawn' || state === 'hidden' || state === 'erased')
    return speech.say(GONE[state])
  return readable(text, speech)
}

/** `chat.md`: every line with its time and name, under the items. */
export function chatMarkdown(told: Told, chat: readonly ChatLine[], speech: Speech): string {
  const byItem = Map.groupBy(chat, ({ item: one }) => one)
  const parts = told.items.flatMap(({ id, number, title }) => {
    const lines = byItem.get(id) ?? []
    const said = lines.map(
      (line) =>
        `- ${timeOf(line.at, speech)} **${plainMark(readable(line.name, speech))}** ${plainMark(wordsOf(line, speech)).replaceAll('\n', '  \n  ')}`,
    )
    return section(`${number ? `${number}. ` : ''}${title}`, said)
  })
  const day = chat[0] ? [plainMark(dayOf(chat[0].at, speech)), ''] : []
  return `${[`# ${plainMark(told.title)}`, '', ...day, ...parts].join('\n').trimEnd()}\n`
}
