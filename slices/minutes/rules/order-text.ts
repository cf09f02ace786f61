/** A running order in plain text, one item a line. */
import { KINDS, OrderItem, Order, type OrderRead } from './order-file.ts'

const ITEM =
  /^(?:[-*]\s+)?(?:(?<at>\d{1,2}:\d\d)\s+)?(?<title>.+?)(?:\s*\((?<owners>[^()]*)\))?(?:\s+(?<minutes>\d{1,4})\s*min(?:utes?)?\.?)?$/u

const HEAD = /^(purpose|facilitators?|timekeepers?|note[- ]takers?)\s*:\s*(.+)$/i

function namesIn(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
}

function kindAndTitle(text: string): { kind: string; title: string } {
  const colon = text.indexOf(':')
  const first = (colon < 0 ? text : text.slice(0, colon)).trim().toLowerCase().replace(' ', '-')
  const kind = KINDS.find((one) => one === first)
  const title = colon < 0 ? text : text.slice(colon + 1).trim()
  return kind && title ? { kind, title } : { kind: 'talk', title: text.trim() }
}

function itemFrom(line: string): unknown {
  const parts = ITEM.exec(line)?.groups
  if (!parts) return null
  const { at, title = '', owners = '', minutes } = parts
  return {
    at,
    ...kindAndTitle(title),
    owners: namesIn(owners),
    ...(minutes ? { minutes: Number(minutes) } : {}),
  }
}

function headFrom(line: string): Partial<Record<keyof Order, unknown>> | null {
  const found = HEAD.exec(line)
  if (!found) return null
  const [, word = '', rest = ''] = found
  if (/^purpose/i.test(word)) return { purpose: rest }
  if (/^facilitator/i.test(word)) return { facilitators: namesIn(rest) }
  if (/^timekeeper/i.test(word)) return { timekeepers: namesIn(rest) }
  return { noteTakers: namesIn(rest) }
}

export function fromText(text: string): OrderRead {
  const head: Partial<Record<keyof Order, unknown>> = {}
  const items: OrderItem[] = []
  for (const [index, whole] of text.split(/\r\n|\n|\r/).entries()) {
    const line = whole.trim()
    if (line === '' || line.startsWith('#')) continue
    const about = items.length === 0 ? headFrom(line) : null
    const item = about ? null : OrderItem.safeParse(itemFrom(line))
    if (about) Object.assign(head, about)
    else if (item?.success) items.push(item.data)
    else return { unread: { line: index + 1, text: line } }
  }
  const order = Order.safeParse({ ...head, items })
  return order.success ? { order: order.data } : { unread: { line: 1, text: text.slice(0, 80) } }
}
