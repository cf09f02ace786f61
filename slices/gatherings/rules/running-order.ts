/**
 * The running order and its clock.
 * 1. Items follow each other without a gap: one begins when the one before ends. The clock counts
 *    minutes that pass, so a change of the wall clock in the middle shortens and lengthens nothing.
 * 2. The planned end is the start and the minutes of all items; it is late when it is after the end
 *    that was announced.
 * 3. Nobody sits longer than 90 minutes: from the start or the last break to the next break or the
 *    end. Longer is seen at once, at the item in which the 90 minutes are over.
 * 4. Moving, adding and taking away items loses no other item and changes no other item's length.
 */
import { type Instant, MINUTE, plus } from '#kernel/clock.ts'
import type { ItemKind } from './items.ts'

export const MOST_MINUTES_WITHOUT_BREAK = 90

type Timed = { id: string; kind: ItemKind; minutes: number }

export type Slot<T extends Timed = Timed> = { item: T; from: Instant; till: Instant }

/** When each item begins and ends (law 1). */
export function slotsOf<T extends Timed>(items: readonly T[], startsAt: Instant): Slot<T>[] {
  let at = startsAt
  return items.map((item) => {
    const from = at
    at = plus(at, item.minutes * MINUTE)
    return { item, from, till: at }
  })
}

/** The minutes of all items. */
export function minutesOf(items: readonly Timed[]): number {
  return items.reduce((sum, { minutes }) => sum + minutes, 0)
}

/** The planned end (law 2). */
export function plannedEnd(items: readonly Timed[], startsAt: Instant): Instant {
  return plus(startsAt, minutesOf(items) * MINUTE)
}

/** What one should see before calling; `item` is where. Minutes are whole. */
export type Finding =
  | { kind: 'no-items' }
  | { kind: 'late'; minutes: number }
  | { kind: 'early'; minutes: number }
  | { kind: 'no-break'; item: string; minutes: number }
  | { kind: 'no-time'; item: string }

/** Everything there is to say about an order; `announced` is its length in minutes as announced. */
export function look(items: readonly Timed[], announced: number): Finding[] {
  if (items.length === 0) return [{ kind: 'no-items' }]
  const over = minutesOf(items) - announced
  return [
    ...(over > 0 ? [{ kind: 'late' as const, minutes: over }] : []),
    ...(over < 0 ? [{ kind: 'early' as const, minutes: -over }] : []),
    ...sittings(items),
    ...items
      .filter(({ minutes }) => minutes === 0)
      .map(({ id }) => ({ kind: 'no-time' as const, item: id })),
  ]
}

/** Law 3: each sitting that is too long, once. */
function sittings(items: readonly Timed[]): Finding[] {
  const found: Finding[] = []
  let sat = 0
  let crossed: string | null = null
  const close = () => {
    if (crossed) found.push({ kind: 'no-break', item: crossed, minutes: sat })
    sat = 0
    crossed = null
  }
  for (const { id, kind, minutes } of items) {
    if (kind === 'break' && minutes > 0) close()
    else {
      sat += minutes
      if (sat > MOST_MINUTES_WITHOUT_BREAK) crossed ??= id
    }
  }
  close()
  return found
}

/** The order with one item moved to a place (0 is first); an unknown item changes nothing. */
export function moveItem<T extends Timed>(items: readonly T[], id: string, to: number): T[] {
  const item = items.find((one) => one.id === id)
  if (!item) return [...items]
  return items.filter((one) => one.id !== id).toSpliced(Math.max(0, to), 0, item)
}

/** The order with an item put in at a place, or at the end. */
export function insertItem<T extends Timed>(items: readonly T[], item: T, at?: number): T[] {
  return items.toSpliced(at ?? items.length, 0, item)
}

/** The order without an item. */
export function removeItem<T extends Timed>(items: readonly T[], id: string): T[] {
  return items.filter((one) => one.id !== id)
}
