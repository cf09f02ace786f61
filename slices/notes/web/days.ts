/** Days as people write them. */
import { regionOf } from '#web/kit/When.tsx'

/** A day as the reader's language writes it: "10 December". */
export function dayWords(day: string, locale: string): string {
  return new Date(`${day}T12:00:00Z`).toLocaleDateString(regionOf(locale), {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
}
