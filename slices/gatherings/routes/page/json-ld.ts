/** The event for machines: schema.org in JSON-LD, and what other sites show of a link (OpenGraph). */
import { html, raw } from 'hono/html'
import type { Html } from '#kernel/page.ts'
import { endOf } from '../../rules/doors.ts'
import { pageOf } from '../../store/calendar.ts'
import type { Gathering } from '../../store/gatherings.ts'

/** JSON for inside a script element: nothing in it can end the element. */
export function jsonForScript(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[<>&\u2028\u2029]/g,
    (mark) => `\\u${(mark.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  )
}

type Of = { gathering: Gathering; circle: string; origin: string; locale: string }

/** The event as schema.org has it. */
export function eventJson({ gathering, circle, origin, locale }: Of): object {
  const { id, title, purpose, startsAt, cancelledAt, series } = gathering
  const url = pageOf(origin, id)
  const status = cancelledAt ? 'EventCancelled' : 'EventScheduled'
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    '@id': url,
    url,
    name: title,
    ...(purpose ? { description: purpose } : {}),
    startDate: startsAt,
    endDate: endOf(gathering),
    eventStatus: `https://schema.org/${status}`,
    eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
    location: { '@type': 'VirtualLocation', url },
    organizer: { '@type': 'Organization', name: circle, url: origin },
    isAccessibleForFree: true,
    inLanguage: locale,
    ...(series ? { superEvent: { '@type': 'EventSeries', '@id': `${origin}/g/${series}` } } : {}),
  }
}

/** What stands in the head; a page that is not for everybody says nothing to machines. */
export function headFor(of: Of & { zone: string }): Html {
  const { gathering, origin, locale } = of
  if (gathering.access !== 'public')
    return html`<meta name="robots" content="noindex" /><meta
        name="referrer"
        content="no-referrer"
      />`
  const url = pageOf(origin, gathering.id)
  const words = gathering.purpose.slice(0, 300)
  return html`<link rel="canonical" href="${url}" />
    <meta name="description" content="${words}" />
    <meta property="og:type" content="website" />
    <meta property="og:title" content="${gathering.title}" />
    <meta property="og:description" content="${words}" />
    <meta property="og:url" content="${url}" />
    <meta property="og:locale" content="${locale}" />
    <link rel="alternate" type="text/calendar" href="${url}.ics" />
    <link rel="alternate" type="application/atom+xml" href="${origin}/feeds/public.atom" />
    ${raw(`<script type="application/ld+json">${jsonForScript(eventJson(of))}</script>`)}`
}
