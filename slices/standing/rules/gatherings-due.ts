/**
 * Attendance, period by period: a share of the gatherings that the circle held while the member had
 * the duty. No gathering held: nothing owed. It is not judged before the period is over.
 */
import { covers, type DayCount, type Stretch } from './days.ts'
import type { Asking, Held, Member } from './facts.ts'
import { activeIn } from './active.ts'
import type { Owed } from './owed.ts'
import type { Plan } from './plan.ts'

export type Attended = { owed: Owed; held: number; came: number; needed: number }

/** Gatherings by circle, each list in the order of days; made once for all members. */
export type HeldBy = ReadonlyMap<string, readonly Held[]>

export function heldBy(all: readonly Held[]): HeldBy {
  const map = new Map<string, Held[]>()
  for (const held of all.toSorted((a, b) => a.happened - b.happened)) {
    const list = map.get(held.circle)
    if (list) list.push(held)
    else map.set(held.circle, [held])
  }
  return map
}

function firstFrom(list: readonly Held[], day: DayCount): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle]?.happened ?? 0) < day) low = middle + 1
    else high = middle
  }
  return low
}

export type Attending = { plan: Plan; member: Member; held: HeldBy; circle: string; asked: Asking }

/** Needed at least: the share of those held, rounded up. */
export function neededOf(share: { of: number; in: number }, held: number): number {
  return Math.ceil((held * share.of) / share.in)
}

/** What was held and attended in each period that is owed. */
export function attendedOf(owed: readonly Owed[], given: Attending): Attended[] {
  const { plan, member, held, circle, asked } = given
  const came = new Set(
    member.came.flatMap(({ gathering, known }) => (known <= asked.known ? [gathering] : [])),
  )
  let ruledAt = -1
  let active: Stretch[] = []
  return owed.flatMap((period): Attended[] => {
    const [ask] = period.ruled.duty.asks
    if (ask?.kind !== 'attendance') return []
    const list = held.get(ask.circle ?? circle) ?? []
    if (period.ruled.at !== ruledAt) {
      active = activeIn(plan, period.ruled, member, asked)
      ruledAt = period.ruled.at
    }
    const found = { held: 0, came: 0 }
    for (let at = firstFrom(list, period.from); at < list.length; at += 1) {
      const one = list[at]
      if (!one || one.happened >= period.until || one.happened > asked.evidence) break
      if (one.known > asked.known || !covers(active, one.happened)) continue
      found.held += 1
      if (came.has(one.gathering)) found.came += 1
    }
    return [{ owed: period, ...found, needed: neededOf(ask.share, found.held) }]
  })
}
