/** Sizes as people read them. */
import { regionOf } from '#web/kit/When.tsx'

const KILO = 1000
const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** "820 byte", "14 kB", "2.3 MB": in thousands, as file managers say it. */
export function sizeIn(bytes: number, locale: string): string {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(KILO)))
  const value = bytes / KILO ** step
  return new Intl.NumberFormat(regionOf(locale), {
    style: 'unit',
    unit: UNITS[step] ?? 'byte',
    maximumFractionDigits: value < 10 && step > 1 ? 1 : 0,
  }).format(value)
}
