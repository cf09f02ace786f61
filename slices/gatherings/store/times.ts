/** Days and times as people read them, in a zone and a language. */
import type { Instant } from '#kernel/clock.ts'
import type { Locale } from '#kernel/words.ts'

/** Our English writes days as most of the world does: 3 December. */
const TAGS: Record<Locale, string> = { en: 'en-GB', es: 'es' }

/** `Thursday 3 December 2026` */
export function dayOf(at: Instant, zone: string, locale: Locale): string {
  const parts = new Intl.DateTimeFormat(TAGS[locale], {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
  return parts.format(new Date(at)).replace(/^(\p{L}+),? /u, '$1 ')
}

/** `20:05` */
export function timeOf(at: Instant, zone: string, locale: Locale): string {
  return new Intl.DateTimeFormat(TAGS[locale], {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(at))
}

/** The city of an IANA zone: what people call it by. */
export function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

/** Whether two zones show different wall clocks at an instant. */
export function clocksDiffer(at: Instant, a: string, b: string): boolean {
  const shown = (zone: string) => dayOf(at, zone, 'en') + timeOf(at, zone, 'en')
  return shown(a) !== shown(b)
}

/** Minutes by which the clock of one zone is ahead of another's; negative when it is behind. */
export function minutesAhead(at: Instant, zone: string, than: string): number {
  const wall = (name: string) => {
    const parts = new Intl.DateTimeFormat('sv', {
      timeZone: name,
      dateStyle: 'short',
      timeStyle: 'medium',
    })
    return Date.parse(`${parts.format(new Date(at)).replace(' ', 'T')}Z`)
  }
  return (wall(zone) - wall(than)) / 60_000
}
