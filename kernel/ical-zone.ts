/**
 * Wall times of iCalendar. A time is written in its IANA zone with a VTIMEZONE beside it, made from
 * the transitions that the zone really has in the years needed. A wall time that the zone has twice
 * (an hour set back) or that would not come back as the same instant is written in UTC instead.
 */
import { Temporal } from 'temporal-polyfill'
import type { Instant } from './clock.ts'

const MARGIN_YEARS = 1

/** `20261203T180000Z` */
export function utcStamp(at: Instant): string {
  return `${at.slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

function wallStamp(wall: Temporal.PlainDateTime): string {
  return wall.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')
}

function zoned(at: Instant, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone)
}

function isUtc(zone: string): boolean {
  return /^(Etc\/)?(UTC|UCT|Zulu|Universal|GMT)$/.test(zone)
}

/** Whether the wall time of an instant means that instant only. */
function isPlain(wall: Temporal.PlainDateTime, zone: string): boolean {
  const first = wall.toZonedDateTime(zone, { disambiguation: 'earlier' })
  return first.equals(wall.toZonedDateTime(zone, { disambiguation: 'later' }))
}

/** A property with a date and time: `DTSTART;TZID=Europe/Amsterdam:20261203T190000`. */
export function timeLine(name: string, at: Instant, zone: string): string {
  const wall = zoned(at, zone).toPlainDateTime()
  if (isUtc(zone) || !isPlain(wall, zone)) return `${name}:${utcStamp(at)}`
  return `${name};TZID=${zone}:${wallStamp(wall)}`
}

function offsetText(nanoseconds: number): string {
  const seconds = Math.round(Math.abs(nanoseconds) / 1e9)
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const digits = parts.map((part) => String(part).padStart(2, '0'))
  return (nanoseconds < 0 ? '-' : '+') + digits.slice(0, parts[2] ? 3 : 2).join('')
}

/** From one moment of the wall clock on, the offset is another. */
type Observance = { from: number; to: number; starts: string }

/** What the wall clock showed when a change came: the time by the offset before. */
function changeAt(change: Temporal.ZonedDateTime): Observance {
  const from = change.subtract({ nanoseconds: 1 }).offsetNanoseconds
  const to = change.offsetNanoseconds
  return { from, to, starts: wallStamp(change.toPlainDateTime().add({ nanoseconds: from - to })) }
}

/** The changes that matter between two instants: the last one before, then each. */
function observancesOf(zone: string, from: Instant, till: Instant): Observance[] {
  const start = zoned(from, zone).subtract({ years: MARGIN_YEARS })
  const end = zoned(till, zone).add({ years: MARGIN_YEARS })
  const before = start.getTimeZoneTransition('previous')
  const to = start.offsetNanoseconds
  const found = [before ? changeAt(before) : { from: to, to, starts: '19700101T000000' }]
  let next = (before ?? start).getTimeZoneTransition('next')
  while (next && Temporal.ZonedDateTime.compare(next, end) <= 0) {
    found.push(changeAt(next))
    next = next.getTimeZoneTransition('next')
  }
  return found
}

/**
 * The VTIMEZONE of a zone, good from one instant to another; none for UTC. Each change stands by
 * itself: lists (RDATE) are read wrongly by several calendars.
 */
export function timezoneLines(zone: string, from: Instant, till: Instant): string[] {
  if (isUtc(zone)) return []
  const observances = observancesOf(zone, from, till).flatMap((one) => {
    const name = one.to > one.from ? 'DAYLIGHT' : 'STANDARD'
    return [
      `BEGIN:${name}`,
      `DTSTART:${one.starts}`,
      `TZOFFSETFROM:${offsetText(one.from)}`,
      `TZOFFSETTO:${offsetText(one.to)}`,
      `END:${name}`,
    ]
  })
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observances, 'END:VTIMEZONE']
}
