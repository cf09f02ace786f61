/** Links with who said them. */
import type { Minutes } from './document.ts'
import { phrases } from './phrases.ts'
import { type Speech, timeOf } from './speech.ts'
import { nameFor } from './tell-facts.ts'
import type { Told } from './told.ts'

export function linksOf(minutes: Minutes, speech: Speech): Told['links'] {
  const titles = new Map(minutes.items.map(({ id, title }) => [id, title]))
  const noted = (minutes.noteLinks ?? []).filter(
    (link) => !minutes.links.some(({ address }) => address === link.address),
  )
  const written = noted.map(({ address, item }) => {
    const title = titles.get(item ?? '') ?? ''
    const said = title
      ? speech.say(phrases.linkNotedIn, { item: title })
      : speech.say(phrases.linkNoted)
    return { address, said }
  })
  const spoken = minutes.links.map(({ address, who, at, item, times }) => {
    const values = {
      name: nameFor(minutes, who, speech),
      time: timeOf(at, speech),
      item: titles.get(item ?? '') ?? '',
    }
    const said = speech.say(values.item ? phrases.linkByIn : phrases.linkBy, values)
    return { address, said: times > 1 ? speech.say(phrases.linkTimes, { said, times }) : said }
  })
  return [...spoken, ...written]
}
