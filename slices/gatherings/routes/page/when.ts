/** When it is: the day and the hours, in the reader's zone and in the gathering's own. */
import type { MessageDescriptor } from '@lingui/core'
import { html } from 'hono/html'
import type { Html } from '#kernel/page.ts'
import { doorsOpenAt, endOf } from '../../rules/doors.ts'
import { cityOf, clocksDiffer, dayOf } from '../../store/times.ts'
import { clock, type PageOf, shownZone } from './parts.ts'
import { say } from './words.ts'

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
