/**
 * Mails about gatherings, each in the language and the zone of its reader: plain text, simple HTML,
 * and a calendar part where calendars must know. Reminders and invitations can be stopped in one
 * click (RFC 8058); the headers are set by hand, since a library would break them.
 */
import { icalendar } from '#kernel/ical.ts'
import type { IcalEvent } from '#kernel/ical.ts'
import type { Letter } from '#kernel/mail.ts'
import { escapeHtml } from '#kernel/text.ts'
import { type Locale, type Words, wordsIn } from '#kernel/words.ts'
import { endOf } from '../rules/doors.ts'
import { slotsOf } from '../rules/running-order.ts'
import { eventOf } from './calendar.ts'
import type { Gathering } from './gatherings.ts'
import { say } from './letter-words.ts'
import type { Serial } from './series.ts'
import { cityOf, clocksDiffer, dayOf, timeOf } from './times.ts'

export type Occasion = 'invited' | 'changed' | 'cancelled' | 'tomorrow' | 'soon'

export type Addressee = { name: string; email: string; locale: Locale; zone: string }

export type LetterGiven = {
  gathering: Gathering
  series: Serial | null
  /** The events of the whole series, for the first invitation to it. */
  seriesEvents?: readonly IcalEvent[]
  occasion: Occasion
  to: Addressee
  token: string
  answer: 'yes' | 'maybe' | 'no' | null
  /** The name of the circle; null for an open gathering. */
  circle: string | null
  origin: string
  from: { name: string; address: string }
}

const PARTSTAT = { yes: 'ACCEPTED', maybe: 'TENTATIVE', no: 'DECLINED' } as const

/** The address that a From line names. */
export function addressIn(from: string): string {
  return /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from
}

function whenLines({ gathering, to }: LetterGiven, words: Words): string[] {
  const { startsAt, zone } = gathering
  const till = endOf(gathering)
  const { locale } = words
  const values = (own: string) => ({
    day: dayOf(startsAt, own, locale),
    from: timeOf(startsAt, own, locale),
    till: timeOf(till, own, locale),
    city: cityOf(own),
  })
  return [
    words.say(say.when, values(to.zone)),
    ...(clocksDiffer(startsAt, to.zone, zone) ? [words.say(say.there, values(zone))] : []),
  ]
}

function orderLines({ gathering, to }: LetterGiven, words: Words): string[] {
  const slots = slotsOf(gathering.items, gathering.startsAt)
  if (slots.length === 0) return []
  const lines = slots.map(
    ({ item, from }) => `${timeOf(from, to.zone, words.locale)}  ${item.title}`,
  )
  return [words.say(say.order), ...lines]
}

type Link = { line: string; href: string }
type Parts = { lead: string; facts: string[]; purpose: string; order: string[]; links: Link[] }

function openingOf({ occasion, circle }: LetterGiven, words: Words): string {
  const line = {
    invited: say.invitedLine,
    changed: say.changedLine,
    cancelled: say.cancelledLine,
    tomorrow: say.tomorrowLine,
    soon: say.soonLine,
  }[occasion]
  return words.say(line, { circle: circle ?? words.say(say.everybody) })
}

function partsOf(given: LetterGiven, words: Words): Parts {
  const { gathering, occasion, token, origin } = given
  const link = `${origin}/i/${token}`
  const off = occasion === 'cancelled'
  const recurring = occasion === 'invited' && given.seriesEvents !== undefined
  const line = words.say(occasion === 'soon' ? say.comeIn : say.answer)
  return {
    lead: openingOf(given, words),
    facts: [
      ...whenLines(given, words),
      ...(off && gathering.reason ? [words.say(say.reason, { reason: gathering.reason })] : []),
      ...(recurring ? [words.say(say.again)] : []),
    ],
    purpose: off || occasion === 'soon' ? '' : gathering.purpose,
    order: off || occasion === 'soon' ? [] : orderLines(given, words),
    links: off ? [] : [{ line, href: link }],
  }
}

/** The address that stops such mails; null for what everybody must hear. */
function stopOf({
  occasion,
  origin,
  token,
}: LetterGiven): { href: string; reminders: boolean } | null {
  if (occasion === 'changed' || occasion === 'cancelled') return null
  const reminders = occasion !== 'invited'
  return { href: `${origin}/i/${token}/stop/${reminders ? 'reminders' : 'invitations'}`, reminders }
}

function textOf(given: LetterGiven, parts: Parts, words: Words): string {
  const { lead, facts, purpose, order, links } = parts
  const stop = stopOf(given)
  return [
    lead,
    [given.gathering.title, ...facts].join('\n'),
    purpose,
    links.map(({ line, href }) => `${line}\n${href}`).join('\n'),
    links.length > 0 ? words.say(say.yours) : '',
    order.join('\n'),
    stop
      ? `-- \n${words.say(stop.reminders ? say.noReminders : say.noInvitations)}\n${stop.href}`
      : '',
  ]
    .filter(Boolean)
    .join('\n\n')
}

function htmlOf(given: LetterGiven, parts: Parts, words: Words): string {
  const e = escapeHtml
  const { lead, facts, purpose, order, links } = parts
  const stop = stopOf(given)
  const [orderTitle = '', ...items] = order
  const lines = (texts: string[]) => texts.map(e).join('<br>')
  return [
    `<!doctype html><html lang="${words.locale}"><body style="font-family:sans-serif;line-height:1.5;max-width:40em">`,
    `<p>${e(lead)}</p><h1 style="font-size:1.4em;margin:0">${e(given.gathering.title)}</h1>`,
    `<p>${lines(facts)}</p>`,
    purpose ? `<p>${lines(purpose.split('\n'))}</p>` : '',
    ...links.map(({ line, href }) => `<p>${e(line)}<br><a href="${e(href)}">${e(href)}</a></p>`),
    links.length > 0 ? `<p>${e(words.say(say.yours))}</p>` : '',
    items.length > 0
      ? `<h2 style="font-size:1.1em">${e(orderTitle)}</h2><p>${lines(items)}</p>`
      : '',
    stop
      ? `<p style="color:#656775"><a href="${e(stop.href)}">${e(words.say(stop.reminders ? say.noReminders : say.noInvitations).replace(/:$/, ''))}</a></p>`
      : '',
    '</body></html>',
  ].join('')
}

function calendarOf(given: LetterGiven): Letter['calendar'] {
  const { gathering, series, occasion, to, answer, origin, from, token } = given
  if (occasion === 'tomorrow' || occasion === 'soon') return undefined
  const method = occasion === 'cancelled' ? 'CANCEL' : 'REQUEST'
  const how = {
    origin,
    address: `${origin}/i/${token}`,
    organizer: from,
    attendee: {
      name: to.name,
      address: to.email,
      answer: answer ? PARTSTAT[answer] : ('NEEDS-ACTION' as const),
    },
  }
  const own = eventOf(gathering, series, how)
  const events = (given.seriesEvents ?? [own]).map((event) => ({
    ...event,
    organizer: from,
    attendees: [how.attendee],
  }))
  return { method, text: icalendar({ method, events, language: to.locale }) }
}

/** The whole letter. */
export function letterFor(given: LetterGiven): Letter {
  const words = wordsIn(given.to.locale)
  const { gathering, to, occasion, circle } = given
  const parts = partsOf(given, words)
  const stop = stopOf(given)
  const calendar = calendarOf(given)
  const subject = words.say(say[occasion], {
    title: gathering.title,
    day: dayOf(gathering.startsAt, to.zone, to.locale),
    time: timeOf(gathering.startsAt, to.zone, to.locale),
    circle,
  })
  return {
    to: { name: to.name, address: to.email },
    subject,
    text: textOf(given, parts, words),
    html: htmlOf(given, parts, words),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': to.locale,
      ...(stop
        ? {
            'List-Unsubscribe': `<${stop.href}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }
        : {}),
    },
    ...(calendar ? { calendar } : {}),
  }
}
