/** The running order as a table. */
import { html } from 'hono/html'
import type { Instant } from '#kernel/clock.ts'
import type { Html } from '#kernel/page.ts'
import type { Item } from '../../rules/items.ts'
import { slotsOf } from '../../rules/running-order.ts'
import { cityOf } from '../../store/times.ts'
import { clock, type PageOf, shownZone } from './parts.ts'
import { say } from './words.ts'

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
