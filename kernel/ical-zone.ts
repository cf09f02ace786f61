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

type Observance = { from: number; to: number; starts: string[] }

/** The observances between two instants: each pair of offsets once, with every moment it began. */
function observancesOf(zone: string, from: Instant, till: Instant): Observance[] {
  const start = zoned(from, zone).subtract({ years: MARGIN_YEARS })
  const end = zoned(till, zone).add({ years: MARGIN_YEARS })
  const found: Observance[] = [
    {
      from: start.offsetNanoseconds,
      to: start.offsetNanoseconds,
      starts: [wallStamp(start.toPlainDateTime())],
    },
  ]
  let before = start.offsetNanoseconds
  for (let at = start.getTimeZoneTransition('next'); at; at = at.getTimeZoneTransition('next')) {
    if (Temporal.ZonedDateTime.compare(at, end) > 0) break
    const to = at.offsetNanoseconds
    // The wall clock that was shown when the change came: that of the offset before.
    const wall = at.toPlainDateTime().add({ nanoseconds: before - to })
    const known = found.slice(1).find((one) => one.from === before && one.to === to)
    if (known) known.starts.push(wallStamp(wall))
    else found.push({ from: before, to, starts: [wallStamp(wall)] })
    before = to
  }
  return found
}

/** The VTIMEZONE of a zone, good from one instant to another; none for UTC. */
export function timezoneLines(zone: string, from: Instant, till: Instant): string[] {
  if (isUtc(zone)) return []
  const observances = observancesOf(zone, from, till).flatMap((one) => {
    const name = one.to > one.from ? 'DAYLIGHT' : 'STANDARD'
    const [first = '', ...later] = one.starts
    return [
      `BEGIN:${name}`,
      `DTSTART:${first}`,
      ...(later.length > 0 ? [`RDATE:${later.join(',')}`] : []),
      `TZOFFSETFROM:${offsetText(one.from)}`,
      `TZOFFSETTO:${offsetText(one.to)}`,
      `END:${name}`,
    ]
  })
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observances, 'END:VTIMEZONE']
}
