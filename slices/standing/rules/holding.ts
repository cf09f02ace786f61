/**
 * What is asked at every moment: to belong to so many working circles, to hold so many roles. Who has
 * not has been without since the last day on which they had, or since the duty began for them; after
 * the days of grace that is late.
 */
import { covers, type DayCount, type Stretch } from './days.ts'
import type { Asking, Member } from './facts.ts'
import { activeIn } from './active.ts'
import type { Plan, PlanDuty, Ruled } from './plan.ts'

export type Holding = {
  ruled: Ruled
  needed: number
  has: string[]
  /** Since when it is missing, and from when that is late; null: not missing. */
  missing: { since: DayCount; late: DayCount } | null
}

type Named = Stretch & { name: string }

function spansOf(ruled: Ruled, member: Member): { needed: number; spans: Named[] } | null {
  const [ask] = ruled.duty.asks
  if (ask?.kind === 'circles')
    return {
      needed: ask.count,
      spans: member.circles.map(({ circle, ...span }) => ({ ...span, name: circle })),
    }
  if (ask?.kind !== 'roles') return null
  return {
    needed: ask.count,
    spans: member.roles.map(({ role, ...span }) => ({ ...span, name: role })),
  }
}

/** Held on a day: of several stretches of one name only one counts. */
function heldOn(spans: readonly Named[], day: DayCount): string[] {
  return [...new Set(spans.filter((span) => covers([span], day)).map(({ name }) => name))]
}

/** Null when the member has no such duty on that day. */
export function holdingOf(
  plan: Plan,
  duty: PlanDuty,
  member: Member,
  asked: Asking,
): Holding | null {
  const day = asked.on
  const ruled = duty.ruled.find(({ from, until }) => from <= day && day < until)
  const wanted = ruled ? spansOf(ruled, member) : null
  if (!ruled || !wanted) return null
  const active = activeIn(plan, ruled, member, asked)
  const now = active.find(({ from, until }) => from <= day && day < until)
  if (!now) return null
  const { needed, spans } = wanted
  const known = spans.filter(({ from }) => from <= asked.evidence)
  const has = heldOn(known, day)
  if (has.length >= needed) return { ruled, needed, has, missing: null }
  const begin = Math.max(now.from, duty.ruled[0]?.from ?? ruled.from)
  const ends = known
    .map(({ until }) => until)
    .filter((end) => end <= day && end > begin && heldOn(known, end - 1).length >= needed)
  const since = Math.max(begin, ...ends)
  return { ruled, needed, has, missing: { since, late: since + ruled.duty.grace } }
}
