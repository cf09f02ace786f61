/**
 * Standing: what a member is on a day, from the duties of that day and the evidence known by then.
 * 1. *Left*: in no class. *Paused*: a pause was granted for that day. *Behind*: by the rule of the
 *    version of that day (behind.ts). Else *in good standing*; who has left no trace for longer than
 *    the rule allows is paused until the next one.
 * 2. A gift that names no duty counts for the first duty that asks for it of the member's class on
 *    that day (before joining: of the first class).
 * 3. A day judged on a day never depends on what happened or became known later.
 * 4. What would be, if nothing more happens, is the same question for a later day.
 */
import { covers, type DayCount } from './days.ts'
import { isGift, type Resting, unitOf } from './duty.ts'
import { asking, type Asking, countable, type Given, type Member } from './facts.ts'
import { type Attended, attendedOf, type HeldBy } from './gatherings-due.ts'
import { behindSince } from './behind.ts'
import { type Filled, fill } from './fill.ts'
import { type Holding, holdingOf } from './holding.ts'
import { type Owed, owedOf } from './owed.ts'
import { type Plan, type PlanDuty, versionOn } from './plan.ts'
import type { State } from './states.ts'

export type { State }

export type DutyStanding = { key: string; behindSince: DayCount | null; whole: number } & (
  | { kind: 'gifts'; periods: Filled[]; kept: number }
  | { kind: 'attendance'; periods: Attended[] }
  | { kind: 'holding'; holding: Holding }
)

export type Standing = {
  state: State
  since: DayCount | null
  /** Paused because no trace was left, not by a grant. */
  idle: boolean
  version: number | null
  class: string | null
  /** In probation until this day. */
  trialUntil: DayCount | null
  /** The rights that rest now. */
  rests: readonly Resting[]
  duties: DutyStanding[]
  uncounted: Given[]
}

export type Judging = { plan: Plan; circle: string; held: HeldBy }

function classOn({ classes }: Member, day: DayCount) {
  return classes.find((one) => covers([one], day)) ?? null
}

/** Law 2. */
function dutyFor(plan: Plan, member: Member, gift: Given): PlanDuty | undefined {
  if (gift.duty !== null) return plan.duties.find(({ key }) => key === gift.duty)
  const inClass = classOn(member, gift.happened) ?? member.classes[0]
  const fits = (duty: PlanDuty, strict: boolean) =>
    duty.ruled.some(
      ({ duty: { asks, classes }, from, until }) =>
        (!strict || (from <= gift.happened && gift.happened < until)) &&
        classes.includes(inClass?.class ?? '') &&
        asks.some((asked) => isGift(asked) && unitOf(asked) === gift.unit),
    )
  return (
    plan.duties.find((duty) => fits(duty, true)) ?? plan.duties.find((duty) => fits(duty, false))
  )
}

function giftsByDuty(plan: Plan, member: Member, gifts: readonly Given[]) {
  const byDuty = new Map<PlanDuty, Given[]>()
  const uncounted: Given[] = []
  for (const gift of gifts) {
    const duty = dutyFor(plan, member, gift)
    const list = duty && byDuty.get(duty)
    if (list) list.push(gift)
    else if (duty) byDuty.set(duty, [gift])
    else uncounted.push(gift)
  }
  return { byDuty, uncounted }
}

type Rule = { missed: number; of: number | null }

function given(duty: PlanDuty, owed: Owed[], gifts: readonly Given[], on: DayCount, rule: Rule) {
  const { periods, kept, uncounted } = fill(duty, owed, gifts)
  const judged = periods
    .filter(({ owed: { need } }) => need > 0)
    .map(({ owed: { late, need }, filled }) => ({ late, met: filled >= need }))
  const since = behindSince(judged, rule, on)
  const { key, whole } = duty
  const standing: DutyStanding = { key, whole, kind: 'gifts', periods, kept, behindSince: since }
  return { standing, uncounted }
}

function attendance(judging: Judging, duty: PlanDuty, member: Member, asked: Asking, rule: Rule) {
  const owed = owedOf(judging.plan, duty, member, asked)
  const periods = attendedOf(owed, { ...judging, member, asked })
  const judged = periods
    .filter(({ held, owed: { until } }) => held > 0 && until <= asked.on)
    .map(({ owed: { late }, came, needed }) => ({ late, met: came >= needed }))
  const since = behindSince(judged, { missed: rule.missed, of: rule.of ?? rule.missed }, asked.on)
  const { key, whole } = duty
  return { key, whole, kind: 'attendance', periods, behindSince: since } satisfies DutyStanding
}

function holding({ plan }: Judging, duty: PlanDuty, member: Member, asked: Asking) {
  const found = holdingOf(plan, duty, member, asked)
  if (!found) return null
  const late = found.missing?.late ?? null
  const { key, whole } = duty
  return {
    key,
    whole,
    kind: 'holding',
    holding: found,
    behindSince: late !== null && late <= asked.on ? late : null,
  } satisfies DutyStanding
}

function dutiesOf(judging: Judging, member: Member, asked: Asking, rule: Rule) {
  const { plan } = judging
  const { byDuty, uncounted } = giftsByDuty(plan, member, countable(member.given, asked))
  const duties = plan.duties.flatMap((duty): DutyStanding[] => {
    const kind = duty.ruled[0]?.duty.asks[0]?.kind
    if (kind === 'attendance') return [attendance(judging, duty, member, asked, rule)]
    if (kind === 'circles' || kind === 'roles')
      return [holding(judging, duty, member, asked)].filter((one) => one !== null)
    const owed = owedOf(plan, duty, member, asked)
    const gifts = byDuty.get(duty) ?? []
    const found = given(duty, owed, gifts, asked.on, rule)
    uncounted.push(...found.uncounted)
    return owed.length > 0 || gifts.length > 0 ? [found.standing] : []
  })
  return { duties, uncounted }
}

/** Since when no trace was left, when that is longer than the rule allows; else null. */
function idleSince(judging: Judging, member: Member, asked: Asking, days: number): DayCount | null {
  const counts = ({ happened, known }: { happened: DayCount; known: DayCount }) =>
    happened <= asked.evidence && known <= asked.known
  const traces = member.given
    .filter((one) => counts(one) && one.amount > 0)
    .map((one) => one.happened)
  const came = new Map(member.came.map(({ gathering, known }) => [gathering, known]))
  for (const list of judging.held.values())
    for (const { gathering, happened } of list) {
      const known = came.get(gathering)
      if (known !== undefined && counts({ happened, known })) traces.push(happened)
    }
  const joined = member.classes[0]?.from ?? asked.on
  const since = Math.max(joined, ...traces) + days
  return since <= asked.on ? since : null
}

/** Law 1. */
function stateOf(judging: Judging, member: Member, asked: Asking, duties: readonly DutyStanding[]) {
  const { on } = asked
  if (!classOn(member, on)) {
    const left = member.classes.filter(({ until }) => until <= on).map(({ until }) => until)
    return {
      state: 'left',
      since: left.length > 0 ? Math.max(...left) : null,
      idle: false,
    } as const
  }
  const pause = member.pauses.find((one) => covers([one], on))
  if (pause) return { state: 'paused', since: pause.from, idle: false } as const
  const late = duties.flatMap(({ behindSince: since }) => (since === null ? [] : [since]))
  if (late.length > 0) return { state: 'behind', since: Math.min(...late), idle: false } as const
  const idle = versionOn(judging.plan, on)?.part.idle
  const since = idle ? idleSince(judging, member, asked, idle) : null
  if (since !== null) return { state: 'paused', since, idle: true } as const
  return { state: 'good', since: null, idle: false } as const
}

/** A member's standing; `held` are the gatherings of all circles that a duty may name. */
export function standingOf(judging: Judging, member: Member, asked: Asking): Standing {
  const version = versionOn(judging.plan, asked.on)
  const rule = version?.part.behind ?? { missed: 1, of: null, rests: [], restsAfter: 0 }
  const { duties, uncounted } = dutiesOf(judging, member, asked, rule)
  const state = stateOf(judging, member, asked, duties)
  const rest = state.state === 'behind' && asked.on >= (state.since ?? 0) + rule.restsAfter
  const inClass = classOn(member, asked.on)
  const trial = inClass?.trialUntil ?? null
  return {
    ...state,
    version: version?.version ?? null,
    class: inClass?.class ?? null,
    trialUntil: trial !== null && asked.on < trial ? trial : null,
    rests: rest ? rule.rests : [],
    duties,
    uncounted,
  }
}

/** How far ahead a change is looked for: a year and the longest grace that is usual. */
export const AHEAD = 460

/**
 * On which day a member who is in good standing would be behind if nothing more happens (law 4), and
 * when their rights would rest. Null: not within the time looked ahead. The plan must reach so far.
 */
export function nextChange(judging: Judging, member: Member, asked: Asking): DayCount | null {
  const then = standingOf(judging, member, { ...asked, on: asked.on + AHEAD })
  return then.state === 'behind' && (then.since ?? 0) > asked.on ? then.since : null
}

export { asking }
