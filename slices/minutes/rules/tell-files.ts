/** Handouts and slides in words: their size, and the item that they belong to. */
import type { Minutes } from './document.ts'
import { phrases } from './phrases.ts'
import { sizeOf, type Speech } from './speech.ts'
import { readable } from './tell-facts.ts'
import type { Told } from './told.ts'

export function filesOf({ files = [], items }: Minutes, speech: Speech): Told['files'] {
  return files.map(({ id, name, size, item }) => {
    const of = items.find((one) => one.id === item)
    const said = sizeOf(size, speech)
    return {
      id,
      item,
      name: readable(name, speech),
      about: of ? speech.say(phrases.fileIn, { size: said, item: of.title }) : said,
    }
  })
}
