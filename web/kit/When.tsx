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

/** A time of day in a zone, as a locale writes it. */
export function timeIn(at: Instant, zone: string | undefined, locale: string): string {
  return new Date(at).toLocaleTimeString(regionOf(locale), {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(zone ? { timeZone: zone } : {}),
  })
}

/** A day in a zone, as a locale writes it. */
export function dayIn(at: Instant, zone: string | undefined, locale: string): string {
  return new Date(at).toLocaleDateString(regionOf(locale), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(new Date(at).getFullYear() === new Date().getFullYear() ? {} : { year: 'numeric' }),
    ...(zone ? { timeZone: zone } : {}),
  })
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
