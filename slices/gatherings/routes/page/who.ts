/** Who leads, who facilitates, and how many come. */
import { html } from 'hono/html'
import type { Html } from '#kernel/page.ts'
import type { Words } from '#kernel/words.ts'
import type { Gathering } from '../../store/gatherings.ts'
import { initialsOf, tintOf } from './faces.ts'
import type { Face, PageOf } from './parts.ts'
import { kinds, say } from './words.ts'

function faceOf({ id, name, says }: Face): Html {
  return html`<li>
    <span class="face p${tintOf(id)}" aria-hidden="true">${initialsOf(name)}</span>
    <p><bdi>${name}</bdi><span>${says}</span></p>
  </li>`
}

export function whoPart({ people, counts, gathering, words }: PageOf): Html {
  return html`<section class="who-is" aria-labelledby="who-h">
    <h2 id="who-h">${words.say(say.who)}</h2>
    <ul class="people">
      ${people.map(faceOf)}
    </ul>
    <p class="count-line">${words.say(say.counts, counts)} ${words.say(say[gathering.access])}</p>
  </section>`
}

/** Who stands in the order, with what they do; facilitators last, each person once. */
export function peopleOf(
  { items }: Pick<Gathering, 'items'>,
  facilitators: readonly { id: string; name: string }[],
  words: Words,
): Face[] {
  const faces = new Map<string, Face>()
  const add = (id: string, name: string, says: string) => {
    const known = faces.get(name)
    const all = known ? [known.says, says] : [says]
    faces.set(name, { id, name, says: [...new Set(all)].join(', ') })
  }
  for (const { kind, owners } of items)
    for (const { id, name } of owners) add(id ?? name, name, words.say(kinds[kind]))
  for (const { id, name } of facilitators) add(id, name, words.say(say.facilitates))
  return [...faces.values()]
}
