/**
 * Standing explained line by line: duty, period, what was owed, what counted, by which rule of which
 * version, what is missing.
 * 1. Of a duty with periods those are shown that are not met and have begun; where all are met, the
 *    latest one. How many were met before is said as a number.
 * 2. A line is *met*; *open*, while it is not due; *grace*, from then until it is late; *missed*; or
 *    *excused*.
 */
import { exemptStretches } from './active.ts'
import { covers, type DayCount, NEVER } from './days.ts'
import { isGift, needOf, unitOf } from './duty.ts'
import type { Asking, Member } from './facts.ts'
import type { Filled } from './fill.ts'
import type { Attended } from './gatherings-due.ts'
import type { Owed } from './owed.ts'
import { type Plan, type Ruled, versionOn, worthOf } from './plan.ts'
import type { DutyStanding, Standing } from './standing.ts'

export type LineState = 'met' | 'open' | 'grace' | 'missed' | 'excused'
export type Quantity = { unit: string; amount: number }
export type Counted = Quantity & { evidence: string; happened: DayCount }

export type Line = {
  key: string
  kind: 'dues' | 'hours' | 'resource' | 'attendance' | 'circles' | 'roles'
  every: Ruled['duty']['every']
  state: LineState
  version: number
  cite: string | null
  /** Null for what is asked at every moment. */
  period: { from: DayCount; until: DayCount } | null
  due: DayCount | null
  late: DayCount | null
  /** Any one of these meets it whole. */
  owed: Quantity[]
  /** The most of a sliding scale. */
  most: number | null
  /** Of coming to gatherings: the share asked for. */
  share: { of: number; in: number } | null
  counted: Counted[]
  /** Any one of these would meet the rest. */
  missing: Quantity[]
  /** Gatherings held and attended; circles or roles held. */
  held: number
  came: number
  needed: number
  has: readonly string[]
  metBefore: number
  /** Excused because of hardship: told to nobody but the member and who keeps the standing. */
  hardship: boolean
  /** The first day on which it is owed again, where that is known. */
  excusedUntil: DayCount | null
}

type Frame = { plan: Plan; asked: Asking }

function lineOf(ruled: Ruled, { plan }: Frame, rest: Partial<Line>): Line {
  const { duty, version, at } = ruled
  const [first] = duty.asks
  return {
    key: duty.key,
    kind: first?.kind ?? 'dues',
    every: duty.every,
    state: 'met',
    version,
    cite: plan.versions[at]?.cites[duty.key] ?? null,
    period: null,
    due: null,
    late: null,
    owed: [],
    most: first?.kind === 'dues' ? first.most : null,
    share: first?.kind === 'attendance' ? first.share : null,
    counted: [],
    missing: [],
    held: 0,
    came: 0,
    needed: 0,
    has: [],
    metBefore: 0,
    hardship: false,
    excusedUntil: null,
    ...rest,
  }
}

/** Each thing that would make up so much of a period, rounded up to its smallest unit. */
function worthThat(ruled: Ruled, value: number, whole: number): Quantity[] {
  return ruled.duty.asks.filter(isGift).map((ask) => ({
    unit: unitOf(ask),
    amount: Math.ceil(value / (whole / needOf(ask))),
  }))
}

function stateAt({ due, late }: Pick<Owed, 'due' | 'late'>, met: boolean, on: DayCount): LineState {
  if (met) return 'met'
  if (on >= late) return 'missed'
  return on > due ? 'grace' : 'open'
}

/** Law 1. */
function shownOf<Period>(periods: readonly Period[], met: (period: Period) => boolean): Period[] {
  const open = periods.filter((period) => !met(period))
  return open.length > 0 ? open : periods.slice(-1)
}

function giftLine(filled: Filled, whole: number, frame: Frame): Line {
  const { owed, uses, filled: value } = filled
  const { ruled, due, late, need } = owed
  return lineOf(ruled, frame, {
    state: stateAt(owed, value >= need, frame.asked.on),
    period: { from: owed.from, until: owed.until },
    due,
    late,
    owed: worthThat(ruled, need, whole),
    missing: value < need ? worthThat(ruled, need - value, whole) : [],
    counted: uses.map((use) => ({
      unit: use.gift.unit,
      amount: Math.round(use.value / (worthOf(ruled, whole, use.gift.unit) ?? whole)),
      evidence: use.gift.id,
      happened: use.gift.happened,
    })),
  })
}

function comingLine({ owed, held, came, needed }: Attended, frame: Frame): Line {
  const over = owed.until <= frame.asked.on
  const state = stateAt(owed, came >= needed && (over || held > 0), frame.asked.on)
  return lineOf(owed.ruled, frame, {
    // Nothing held yet in a period that runs: nothing to meet, nothing met.
    state: held === 0 ? (over ? 'met' : 'open') : state,
    period: { from: owed.from, until: owed.until },
    due: owed.due,
    late: owed.late,
    held,
    came,
    needed,
  })
}

/** Where no number of last periods is looked at, what is missed counts until one is met (behind.ts). */
function comingThatCounts(
  periods: readonly Attended[],
  met: (period: Attended) => boolean,
  { plan, asked }: Frame,
): readonly Attended[] {
  if (versionOn(plan, asked.on)?.part.behind.of !== null) return periods
  return periods.slice(
    Math.max(
      0,
      periods.findLastIndex((one) => one.held > 0 && met(one)),
    ),
  )
}

function linesOf(duty: DutyStanding, frame: Frame): Line[] {
  if (duty.kind === 'holding') {
    const { ruled, missing, has, needed } = duty.holding
    const { on } = frame.asked
    const state = missing ? (on >= missing.late ? 'missed' : 'grace') : 'met'
    const late = missing?.late ?? null
    return [lineOf(ruled, frame, { state, late, due: missing?.since ?? null, has, needed })]
  }
  if (duty.kind === 'attendance') {
    const met = (one: Attended) => one.came >= one.needed && one.owed.until <= frame.asked.on
    const shown = shownOf(comingThatCounts(duty.periods, met, frame), met)
    const metBefore = duty.periods.filter(met).length - shown.filter(met).length
    return shown.map((one) => ({ ...comingLine(one, frame), metBefore }))
  }
  const begun = duty.periods.filter(({ owed }) => owed.from <= frame.asked.on && owed.need > 0)
  const met = (one: Filled) => one.filled >= one.owed.need
  const shown = shownOf(begun, met)
  const metBefore = begun.filter(met).length - shown.filter(met).length
  return shown.map((one) => ({ ...giftLine(one, duty.whole, frame), metBefore }))
}

/** Duties that a member has by their class and is excused from on that day. */
function excusedLines(frame: Frame, member: Member, standing: Standing): Line[] {
  const { plan, asked } = frame
  return plan.duties.flatMap(({ ruled }): Line[] => {
    const now = ruled.find(({ from, until }) => from <= asked.on && asked.on < until)
    if (!now?.duty.classes.includes(standing.class ?? '')) return []
    const exempt = exemptStretches(plan, now, member, asked).find((one) => covers([one], asked.on))
    if (!exempt) return []
    const { key, for: who } = exempt.exemption
    const cite = plan.versions[now.at]?.cites[`excused.${key}`] ?? null
    const hardship = who.kind === 'hardship'
    const until = exempt.until < NEVER ? exempt.until : null
    return [lineOf(now, frame, { state: 'excused', cite, hardship, excusedUntil: until })]
  })
}

const WORST: Record<LineState, number> = { missed: 0, grace: 1, open: 2, met: 3, excused: 4 }

/** A line as those see it who see the standing, but not why somebody is excused. */
export function discreet(line: Line): Line {
  return line.hardship ? { ...line, cite: null, hardship: false, excusedUntil: null } : line
}

/** All lines; what is missed first. */
export function explain(plan: Plan, member: Member, standing: Standing, asked: Asking): Line[] {
  const frame = { plan, asked }
  const excused = excusedLines(frame, member, standing)
  const free = new Set(excused.map(({ key }) => key))
  const lines = standing.duties
    .flatMap((duty) => linesOf(duty, frame))
    .filter((line) => !free.has(line.key) || line.state === 'missed' || line.state === 'grace')
  return [...lines, ...excused].toSorted((a, b) => WORST[a.state] - WORST[b.state])
}
