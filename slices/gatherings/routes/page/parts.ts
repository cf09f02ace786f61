/** The parts of the invitation page. */
import type { MessageDescriptor } from '@lingui/core'
import { html } from 'hono/html'
import type { Instant } from '#kernel/clock.ts'
import type { Html } from '#kernel/page.ts'
import type { Words } from '#kernel/words.ts'
import { doorsOpenAt, endOf } from '../../rules/doors.ts'
import type { Item } from '../../rules/items.ts'
import { slotsOf } from '../../rules/running-order.ts'
import type { Gathering } from '../../store/gatherings.ts'
import { cityOf, clocksDiffer, dayOf, timeOf } from '../../store/times.ts'
import { initialsOf, tintOf } from './faces.ts'
import { kinds, say } from './words.ts'

export type Face = { id: string; name: string; says: string }

export type PageOf = {
  gathering: Gathering
  words: Words
  /** The zone of the reader, when the server knows it. */
  zone: string | null
  people: readonly Face[]
  counts: { yes: number; maybe: number; no: number }
}

const shownZone = ({ zone, gathering }: PageOf): string => zone ?? gathering.zone

/** A time that the script may tell in the reader's zone. */
function clock(at: Instant, page: PageOf, own = true): Html {
  const zone = own ? shownZone(page) : page.gathering.zone
  const text = timeOf(at, zone, page.words.locale)
  return own
    ? html`<time datetime="${at}" data-t>${text}</time>`
    : html`<time datetime="${at}">${text}</time>`
}

function theirs(page: PageOf, differ: boolean): Html {
  const { gathering, words } = page
  const day = dayOf(gathering.startsAt, gathering.zone, words.locale)
  const same = dayOf(gathering.startsAt, shownZone(page), words.locale) === day
  const text = words.say(say.theirs, { city: cityOf(gathering.zone) })
  return html`<p class="theirs" ${differ ? '' : 'hidden'}>
    ${clock(gathering.startsAt, page, false)} ${words.say(say.to)}
    ${clock(endOf(gathering), page, false)} ${text}${same ? '' : ` (${day})`}
  </p>`
}

/** The day and the hours: the reader's own, and the hall's beside where they differ. */
export function whenPart(page: PageOf): Html {
  const { gathering, words, zone } = page
  const differ = zone !== null && clocksDiffer(gathering.startsAt, zone, gathering.zone)
  const city = cityOf(shownZone(page))
  const line = differ ? words.say(say.yours, { city }) : words.say(say.here, { city })
  const known = zone === null ? html`data-zone="${gathering.zone}"` : ''
  return html`<section
    class="when"
    ${known}
    data-yours="${words.say(say.yours, { city: '{city}' })}"
  >
    <h2 class="sr">${words.say(say.when)}</h2>
    <p class="day doc">${dayOf(gathering.startsAt, shownZone(page), words.locale)}</p>
    <p class="yours">
      ${clock(gathering.startsAt, page)} ${words.say(say.to)}
      ${clock(endOf(gathering), page)}&#32;<span>${line}</span>
    </p>
    ${theirs(page, differ)}
  </section>`
}

/** A sentence with the moment of the doors' opening in it, which the script may tell anew. */
export function doorsLine(page: PageOf, sentence: MessageDescriptor): Html {
  const [before = '', later = ''] = page.words.say(sentence, { time: '\n' }).split('\n')
  return html`${before}${clock(doorsOpenAt(page.gathering), page)}${later}`
}

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

function rowOf({ item, from }: { item: Item; from: Instant }, page: PageOf): Html {
  const { words } = page
  const owners = item.owners.map(({ name }) => name).join(', ')
  const under = [owners, item.line].filter(Boolean)
  return html`<tr class="${item.kind === 'break' ? 'pause' : ''}">
    <td>${clock(from, page)}</td>
    <th scope="row">
      ${item.title}${under.map((text) => html` <span><bdi>${text}</bdi></span>`)}
      ${
        item.handouts.length > 0
          ? html`<ol>
              ${item.handouts.map((text) => html`<li>${text}</li>`)}
            </ol>`
          : ''
      }
    </th>
    <td>${words.say(say.min, { minutes: item.minutes })}</td>
  </tr>`
}

export function orderPart(page: PageOf): Html {
  const { gathering, words } = page
  if (gathering.items.length === 0) return html``
  const slots = slotsOf(gathering.items, gathering.startsAt)
  const city = cityOf(shownZone(page))
  return html`<section class="running" aria-labelledby="order-h">
    <h2 id="order-h">${words.say(say.order)}</h2>
    <table>
      <caption class="hint" data-in="${words.say(say.timesIn, { city: '{city}' })}">
        ${words.say(say.timesIn, { city })}
      </caption>
      <thead class="sr">
        <tr>
          <th scope="col">${words.say(say.time)}</th>
          <th scope="col">${words.say(say.item)}</th>
          <th scope="col">${words.say(say.minutes)}</th>
        </tr>
      </thead>
      <tbody>
        ${slots.map((slot) => rowOf(slot, page))}
      </tbody>
    </table>
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
