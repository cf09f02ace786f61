/** What people type for an amount, in the smallest unit. */
import { amountIn } from '../rules/csv-cells.ts'

export type Kind = 'EUR' | 'hours' | 'thing'

/** Null when it is no amount of that kind, or nothing. */
export function amountOf(kind: Kind, text: string): { unit: string; amount: number } | null {
  if (kind === 'thing') {
    const thing = text.trim().toLowerCase()
    return /^[a-z][a-z0-9-]{0,39}$/.test(thing) ? { unit: `thing:${thing}`, amount: 1 } : null
  }
  const amount = amountIn(text, kind)
  if (amount === null || amount < 0) return null
  return { unit: kind === 'hours' ? 'minutes' : kind, amount }
}

/** Today, as the browser's clock has it; the hall judges it by its own. */
export function today(): string {
  const now = new Date()
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 10)
}
