/** How minutes speak: times, lengths and lists in a language and a zone. Pure: the words are given. */
import type { MessageDescriptor } from '@lingui/core'
import type { NoteBlock } from './document.ts'
import type { ToldNote } from './told.ts'
import { type Instant, MINUTE, msBetween, SECOND } from '#kernel/clock.ts'

/** The address of a picture, by its file. */
export type PictureAt = (file: string) => string

export type Speech = {
  locale: string
  /** The zone of the reader. */
  zone: string
  say(message: MessageDescriptor, values?: Record<string, unknown>): string
  /** How blocks of a note read: as safe HTML and as Markdown. */
  note?(blocks: readonly NoteBlock[], pictureAt?: PictureAt): ToldNote
  /** Where pictures of the notes are, when what is told leaves the hall. */
  pictureAt?: PictureAt
}

const formats = new Map<string, Intl.DateTimeFormat>()

function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const found = formats.get(key) ?? new Intl.DateTimeFormat(locale, options)
  formats.set(key, found)
  return found
}

/** Hours and minutes on the reader's wall: 18:05. */
export function timeOf(at: Instant, { locale, zone }: Speech): string {
  return format(locale, {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(at))
}

/** The day on the reader's wall: Thursday, 3 December 2026. */
export function dayOf(at: Instant, { locale, zone }: Speech): string {
  return format(locale === 'en' ? 'en-GB' : locale, {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(new Date(at))
}

/** The day alone: 3 December. */
export function shortDayOf(at: Instant, { locale, zone }: Speech): string {
  return format(locale === 'en' ? 'en-GB' : locale, {
    timeZone: zone,
    day: 'numeric',
    month: 'long',
  }).format(new Date(at))
}

const KILO = 1000
const UNITS = ['byte', 'kilobyte', 'megabyte'] as const

/** How large a file is: 2.3 MB. */
export function sizeOf(bytes: number, { locale }: Speech): string {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(KILO)))
  const unit = UNITS[step] ?? 'byte'
  const options = { style: 'unit', unit, maximumFractionDigits: step > 1 ? 1 : 0 } as const
  return new Intl.NumberFormat(locale, options).format(bytes / KILO ** step)
}

/** The place that a zone is named after: Amsterdam. */
export function placeOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

/** Whole minutes from one moment to another, rounded. */
export function minutesBetween(from: Instant, till: Instant): number {
  return Math.round(msBetween(from, till) / MINUTE)
}

/** Minutes and seconds of a length in ms: 14:40; with hours 1:02:03. */
export function clockLength(ms: number): string {
  const seconds = Math.round(ms / SECOND)
  const hours = Math.floor(seconds / 3600)
  const two = (value: number) => String(value).padStart(2, '0')
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return hours > 0 ? `${hours}:${rest}` : rest.replace(/^0/, '')
}

/** Names in one sentence: a, b and c. */
export function listOf(names: readonly string[], { locale }: Speech): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names)
}
