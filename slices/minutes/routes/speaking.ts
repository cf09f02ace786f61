/** How minutes speak on the server: the words of the catalogue. */
import { type Locale, wordsIn } from '#kernel/words.ts'
import { blocksHtml, blocksMarkdown } from '#slices/notes/index.ts'
import type { Speech } from '../rules/speech.ts'

/** Speech in a language, for a reader's zone. */
export function speechIn(locale: Locale, zone: string): Speech {
  const words = wordsIn(locale)
  return {
    locale,
    zone,
    say: (message, values) => words.say(message, values),
    note: (blocks, pictureAt) => ({
      html: blocksHtml(blocks, pictureAt),
      markdown: blocksMarkdown(blocks, pictureAt),
    }),
  }
}
