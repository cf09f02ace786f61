/** The cells of a table: which column means what, and how days and amounts are written. */
import { z } from 'zod'
import type { Day } from './days.ts'
import { Currency, Key, MINUTES } from './duty.ts'
import { minorOf } from './money.ts'

const Column = z.string().max(200)
export const Mapping = z.object({
  who: Column,
  day: Column,
  amount: Column,
  id: Column.nullable(),
  note: Column.nullable(),
  /** What the amounts are: a currency, hours, or things of a kind. */
  unit: z.union([Currency, z.literal('hours'), z.templateLiteral(['thing:', Key])]),
  order: z.enum(['ymd', 'dmy', 'mdy']).meta({ description: 'How days are written in the file' }),
})
export type Mapping = z.infer<typeof Mapping>

/** A day as it is written in the file; null when there is no such day. */
export function dayIn(text: string, order: Mapping['order']): Day | null {
  const parts = text.trim().split(/[-./\s]+/)
  if (parts.length !== 3 || parts.some((part) => !/^\d{1,4}$/.test(part))) return null
  const [first = '', second = '', third = ''] = parts
  const [year, month, date] = {
    ymd: [first, second, third],
    dmy: [third, second, first],
    mdy: [third, first, second],
  }[order]
  if (year?.length !== 4) return null
  const day = `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`
  const read = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day) ? day : null
}

/** In the smallest unit; hours may have decimals where they make whole minutes. */
export function amountIn(text: string, unit: Mapping['unit']): number | null {
  if (unit === 'hours') {
    const hundredths = minorOf(text, 'EUR')
    const minutes = hundredths === null ? Number.NaN : (hundredths * MINUTES) / 100
    return Number.isInteger(minutes) && minutes !== 0 ? minutes : null
  }
  const minor = unit.startsWith('thing:') ? minorOf(text, 'JPY') : minorOf(text, unit)
  return minor === 0 ? null : minor
}
