/** Handouts and slides in words, each with its size, of one item or of none. */
import type { Minutes } from './document.ts'
import { phrases } from './phrases.ts'
import { sizeOf, type Speech, timeOf } from './speech.ts'
import { readable } from './tell-facts.ts'
import type { ToldFile } from './told.ts'

/** Those of an item; null: those that belong to no item of these minutes. */
export function filesOf(minutes: Minutes, item: string | null, speech: Speech): ToldFile[] {
  const { files = [], items } = minutes
  const known = new Set(items.map(({ id }) => id))
  return files
    .filter((file) => (file.item && known.has(file.item) ? file.item : null) === item)
    .map(({ id, name, size, shownAt }) => {
      const about = sizeOf(size, speech)
      return {
        id,
        name: readable(name, speech),
        about: shownAt
          ? speech.say(phrases.shownAt, { size: about, time: timeOf(shownAt, speech) })
          : about,
      }
    })
}
