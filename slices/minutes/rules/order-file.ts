/**
 * The running order of a past gathering, as a file beside its chat.
 * As text, a line for each item, only the title needed:
 *   `19:00 Panel: Who holds them? (Chiara Bellandi, Joost van Dalen) 20 min`
 * and before them, as far as known, `purpose: …`, `facilitators: …`, `timekeepers: …`, `note-takers: …`.
 * Lines that begin with `#` are left out. Or as JSON: `{ purpose, facilitators, items: [{ at, kind, title,
 * owners, minutes }] }`.
 * 1. The time is when the item began, as the clock on the wall showed it; `min` what was planned.
 * 2. An item without a time has no known time, and no chat stands at it. Times never go back.
 * 3. A kind that is not known is part of the title, and the item is a talk.
 */
import { z } from 'zod'
import { fromText } from './order-text.ts'

export const KINDS = [
  'context',
  'talk',
  'panel',
  'round',
  'breakouts',
  'plenary',
  'decision',
  'break',
  'wrap-up',
] as const

const Kind = z.enum(KINDS)

const Clock = z
  .string()
  .regex(/^([01]?\d|2[0-3]):[0-5]\d$/)
  .transform((text) => text.padStart(5, '0'))

const Names = z.array(z.string().trim().min(1).max(120)).max(20).default([])

export const OrderItem = z.object({
  at: Clock.nullish().transform((at) => at ?? null),
  kind: Kind.default('talk'),
  title: z.string().trim().min(1).max(200),
  owners: Names,
  minutes: z.int().min(0).max(720).default(0),
})

export const Order = z.object({
  purpose: z.string().trim().max(2000).default(''),
  facilitators: Names,
  timekeepers: Names,
  noteTakers: Names,
  items: z.array(OrderItem).max(60).default([]),
})

export type Order = z.infer<typeof Order>

export type OrderItem = z.infer<typeof OrderItem>

export type OrderRead = { order: Order } | { unread: { line: number; text: string } }

export const emptyOrder: Order = Order.parse({})

function fromJson(text: string): OrderRead {
  const unread = { unread: { line: 1, text: text.slice(0, 80) } }
  try {
    const given: unknown = JSON.parse(text)
    const order = Order.safeParse(Array.isArray(given) ? { items: given } : given)
    return order.success ? { order: order.data } : unread
  } catch {
    return unread
  }
}

/** Reads a running order, JSON or text; names the first line it could not read. */
export function readOrder(text: string): OrderRead {
  const body = text.replace(/^\ufeff/, '').trim()
  return /^[[{]/.test(body) ? fromJson(body) : fromText(body)
}
