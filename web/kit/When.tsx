/** Times in the reader's zone; the gathering's own stands beside it where they differ. */
import { useLingui } from '@lingui/react/macro'
import type { Instant } from '#kernel/clock.ts'

const OWN_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone

/** The city of an IANA zone: what people call it by. */
export function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

/** The reader's own way of writing a language (en-GB, en-US), as far as the browser says it. */
export function regionOf(locale: string): string {
  return navigator.languages.find((tag) => tag.split('-')[0] === locale.split('-')[0]) ?? locale
}

/** Making a format takes longer than a whole row of the chat: each is made once. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(
  locale: string,
  zone: string | undefined,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${locale} ${zone ?? ''} ${JSON.stringify(options)}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(regionOf(locale), {
    ...options,
    ...(zone ? { timeZone: zone } : {}),
  })
  formats.set(key, made)
  return made
}

const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
const DAY = { weekday: 'long', day: 'numeric', month: 'long' } as const
const DAY_OF_A_YEAR = { ...DAY, year: 'numeric' } as const

/** A time of day in a zone, as a locale writes it. */
export function timeIn(at: Instant, zone: string | undefined, locale: string): string {
  return formatOf(locale, zone, TIME).format(new Date(at))
}

/** A day in a zone, as a locale writes it. */
export function dayIn(at: Instant, zone: string | undefined, locale: string): string {
  const day = new Date(at)
  const thisYear = day.getFullYear() === new Date().getFullYear()
  return formatOf(locale, zone, thisYear ? DAY : DAY_OF_A_YEAR).format(day)
}

/** The time of day, with the hall's own beside it when a clock there shows another one. */
export function When({ at, zone }: { at: Instant; zone?: string }) {
  const { i18n, t } = useLingui()
  const mine = timeIn(at, undefined, i18n.locale)
  const theirs = zone ? timeIn(at, zone, i18n.locale) : mine
  const city = zone ? cityOf(zone) : ''
  return (
    <>
      <time dateTime={at}>{mine}</time>
      {theirs !== mine && <span className="theirs"> {t`(${theirs} in ${city})`}</span>}
    </>
  )
}

export { OWN_ZONE }
