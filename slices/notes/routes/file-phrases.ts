/** The few words that stand in a file of a note. */
import type { Words } from '#kernel/words.ts'
import type { Speaking } from '../rules/formats/write.ts'

export function speakingFor(
  words: Words,
): Pick<Speaking, 'locale' | 'by' | 'comments' | 'unknown'> {
  return {
    locale: words.locale,
    by: words.say(/*i18n*/ { id: 'notes.file.by', message: 'Written by' }),
    comments: words.say(/*i18n*/ { id: 'notes.file.comments', message: 'Comments' }),
    unknown: words.say(/*i18n*/ { id: 'notes.file.unknown', message: 'a former member' }),
  }
}
