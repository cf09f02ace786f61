/**
 * What one member owes of one duty, period by period.
 * 1. A whole period owes the whole. A part of one owes by the rule of the duty: by days (the first
 *    thing asked, split over the days by largest remainder), the whole, or nothing.
 * 2. A period falls due on its last day, or on the first day on which the member has the duty; it is
 *    late on the day after the days of grace.
 * 3. Owed once: from the first day on which the member has the duty.
 */
import { type DayCount, daysWithin, NEVER, type Stretch } from './days.ts'
import { type Duty, type GiftAsked, isGift, needOf } from './duty.ts'
import type { Asking, Member } from './facts.ts'
import { activeIn } from './active.ts'
import type { Plan, PlanDuty, Ruled } from './plan.ts'
import { split } from './split.ts'

export type Owed = {
  ruled: Ruled
  from: DayCount
  until: DayCount
  /** How many days of it the member has the duty, of how many. */
  active: number
  days: number
  /** In parts of `whole`. */
  need: number
  due: DayCount
  /** The first day on which it is late. */
  late: DayCount
}

/** The first thing asked that can be split: a server cannot be given for half a year by halves. */
export function splitBy({ asks }: Duty): GiftAsked | null {
  return asks.filter(isGift).find(({ kind }) => kind !== 'resource') ?? null
}

function needFor(duty: Duty, whole: number, active: number, days: number): number {
  if (active === days || duty.part === 'whole') return whole
  if (duty.part === 'nothing') return 0
  const first = splitBy(duty)
  if (!first) return whole
  const [part = 0] = split(needOf(first), [active, days - active])
  return part * (whole / needOf(first))
}

function firstDay(active: readonly Stretch[], period: Stretch): DayCount {
  const first = active.find(({ until }) => until > period.from)
  return Math.max(first?.from ?? period.from, period.from)
}

/** Owed once, by the version of the first day. */
function owedOnce(plan: Plan, duty: PlanDuty, member: Member, asked: Asking): Owed[] {
  for (const ruled of duty.ruled) {
    if (ruled.duty.every !== 'once') continue
    const first = activeIn(plan, ruled, member, asked).find(({ until }) => until > ruled.from)
    const from = Math.max(first?.from ?? NEVER, ruled.from)
    if (from >= ruled.until || from > asked.on) continue
    const late = from + ruled.duty.grace + 1
    const all = { active: 1, days: 1, need: duty.whole }
    return [{ ruled, from, until: NEVER, due: from, late, ...all }]
  }
  return []
}

/** All that a member owes of a duty until the day asked for, oldest first. */
export function owedOf(plan: Plan, duty: PlanDuty, member: Member, asked: Asking): Owed[] {
  const owed = owedOnce(plan, duty, member, asked)
  let ruledAt = -1
  let active: Stretch[] = []
  for (const period of duty.periods) {
    if (period.from > asked.on) break
    const { ruled, days } = period
    if (ruled.at !== ruledAt) {
      active = activeIn(plan, ruled, member, asked)
      ruledAt = ruled.at
    }
    const had = daysWithin(period, active)
    if (had === 0) continue
    const { grace, due: dueAt } = ruled.duty
    const due = dueAt === 'end' ? period.until - 1 : firstDay(active, period)
    owed.push({
      ruled,
      from: period.from,
      until: period.until,
      active: had,
      days,
      need: needFor(ruled.duty, duty.whole, had, days),
      due,
      late: due + grace + 1,
    })
  }
  return owed
}
