/**
 * iCalendar: the small part of RFC 5545, 5546 and 7986 that a hall needs, written so that calendars
 * read the same instants that people read here. Nothing is guessed: who calls gives the UID, the
 * sequence and all times. A feed (METHOD PUBLISH) carries no attendees, an invitation (REQUEST,
 * CANCEL) carries the one it goes to.
 */
import type { Instant } from './clock.ts'
import { escapeText, joinLines, quoteParameter, uriOf } from './ical-lines.ts'
import { timeLine, timezoneLines, utcStamp } from './ical-zone.ts'

export type IcalMethod = 'PUBLISH' | 'REQUEST' | 'CANCEL'
export type IcalAnswer = 'NEEDS-ACTION' | 'ACCEPTED' | 'TENTATIVE' | 'DECLINED'
export type IcalPerson = { name: string; address: string }

export type IcalEvent = {
  /** Stays the same for the whole life of the event: `gth_…@host`. */
  uid: string
  /** Goes up with every change of time, place or status. */
  sequence: number
  /** When this version was written. */
  stamp: Instant
  created?: Instant
  modified?: Instant
  start: Instant
  end: Instant
  /** The IANA zone in which its wall time is told. */
  zone: string
  summary: string
  description?: string
  /** Where one joins: becomes URL, LOCATION and CONFERENCE. */
  address?: string
  status?: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED'
  organizer?: IcalPerson
  attendees?: readonly (IcalPerson & { answer: IcalAnswer })[]
  categories?: readonly string[]
  /** A recurrence rule as RFC 5545 writes it, without `RRULE:`. */
  rule?: string
  /** The last instant that the rule may reach; bounds the zone's table. */
  ruleTill?: Instant
  /** Occurrences of the rule that do not take place. */
  except?: readonly Instant[]
  /** Which occurrence of the rule (its first planned start) this event stands for. */
  occurrence?: Instant
}

export type IcalCalendar = {
  method: IcalMethod
  events: readonly IcalEvent[]
  /** Of feeds: the name, the zone shown by default, and where it is fetched. */
  name?: string
  zone?: string
  source?: string
  /** The language of its texts. */
  language?: string
}

const TEN_YEARS_MS = 10 * 366 * 24 * 3_600_000

function given(name: string, text: string | undefined): string[] {
  return text ? [`${name}:${escapeText(text)}`] : []
}

function addressLines(address: string | undefined): string[] {
  const uri = address ? uriOf(address) : null
  if (!uri) return []
  return [
    `URL;VALUE=URI:${uri}`,
    `LOCATION:${escapeText(uri)}`,
    `CONFERENCE;VALUE=URI;FEATURE=CHAT,AUDIO,VIDEO:${uri}`,
  ]
}

function personLine(start: string, { name, address }: IcalPerson): string {
  return `${start};CN=${quoteParameter(name)}:mailto:${address.replaceAll(/[\s"<>]/g, '')}`
}

function peopleLines({ organizer, attendees = [] }: IcalEvent): string[] {
  return [
    ...(organizer ? [personLine('ORGANIZER', organizer)] : []),
    ...attendees.map((who) =>
      personLine(
        `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=${who.answer};RSVP=TRUE`,
        who,
      ),
    ),
  ]
}

function ruleLines({ rule, except = [], occurrence, zone }: IcalEvent): string[] {
  return [
    ...(rule ? [`RRULE:${rule}`] : []),
    ...except.map((at) => timeLine('EXDATE', at, zone)),
    ...(occurrence ? [timeLine('RECURRENCE-ID', occurrence, zone)] : []),
  ]
}

function eventLines(event: IcalEvent): string[] {
  const { created, modified, categories = [], status = 'CONFIRMED' } = event
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(event.uid)}`,
    `DTSTAMP:${utcStamp(event.stamp)}`,
    ...(created ? [`CREATED:${utcStamp(created)}`] : []),
    ...(modified ? [`LAST-MODIFIED:${utcStamp(modified)}`] : []),
    `SEQUENCE:${event.sequence}`,
    timeLine('DTSTART', event.start, event.zone),
    timeLine('DTEND', event.end, event.zone),
    ...ruleLines(event),
    `STATUS:${status}`,
    'TRANSP:OPAQUE',
    ...given('SUMMARY', event.summary),
    ...given('DESCRIPTION', event.description),
    ...addressLines(event.address),
    ...peopleLines(event),
    ...(categories.length > 0 ? [`CATEGORIES:${categories.map(escapeText).join(',')}`] : []),
    'END:VEVENT',
  ]
}

function lastOf(event: IcalEvent): Instant {
  const ends = [event.end, ...(event.except ?? []), ...(event.occurrence ? [event.occurrence] : [])]
  if (event.rule) {
    const open = new Date(Date.parse(event.start) + TEN_YEARS_MS).toISOString()
    ends.push(event.ruleTill ?? open)
  }
  return ends.reduce((latest, at) => (at > latest ? at : latest))
}

function zonesOf(events: readonly IcalEvent[]): string[] {
  return [...new Set(events.map(({ zone }) => zone))].flatMap((zone) => {
    const inZone = events.filter((event) => event.zone === zone)
    const starts = inZone.map(({ start, occurrence = start }) =>
      occurrence < start ? occurrence : start,
    )
    const from = starts.reduce((least, at) => (at < least ? at : least))
    const till = inZone.map(lastOf).reduce((most, at) => (at > most ? at : most))
    return timezoneLines(zone, from, till)
  })
}

function headLines({ method, name, zone, source, language = 'en' }: IcalCalendar): string[] {
  const uri = source ? uriOf(source) : null
  return [
    'VERSION:2.0',
    `PRODID:-//Moothall//Moothall//${language.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    ...given('NAME', name),
    ...given('X-WR-CALNAME', name),
    ...given('X-WR-TIMEZONE', zone),
    ...(uri ? [`SOURCE;VALUE=URI:${uri}`] : []),
    ...(method === 'PUBLISH'
      ? ['REFRESH-INTERVAL;VALUE=DURATION:PT1H', 'X-PUBLISHED-TTL:PT1H']
      : []),
  ]
}

/** The text of an iCalendar object: UTF-8, CRLF, folded; serve it as `text/calendar`. */
export function icalendar(calendar: IcalCalendar): string {
  return joinLines([
    'BEGIN:VCALENDAR',
    ...headLines(calendar),
    ...zonesOf(calendar.events),
    ...calendar.events.flatMap(eventLines),
    'END:VCALENDAR',
  ])
}
