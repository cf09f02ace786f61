/** The lines of a standing as sentences, with the day and the number of the rule in each. */
import type { Say } from '#slices/constitutions/index.ts'
import type { DayCount } from './days.ts'
import { MINUTES, type Resting } from './duty.ts'
import type { Line, Quantity } from './explain.ts'
import {
  AHEAD_TEXT,
  FOUND,
  HOURS_AND_MINUTES,
  MINUTES_ONLY,
  MISSING,
  NEXT,
  OWED,
  STATE,
  THING,
  TITLE,
} from './explain-words.ts'
import { moneyText } from './money.ts'
import { askText } from './prose-asks.ts'
import { listed } from './prose.ts'
import { RESTING_TEXT } from './prose-words.ts'

/** How days and names are written for whoever reads. */
export type Telling = {
  say: Say
  day(count: DayCount): string
  /** A period of the calendar: "2026", "July to December 2026", "May 2026". */
  period(from: DayCount, until: DayCount): string
  /** A circle or role by its id or key. */
  name(id: string): string
}

export type LineText = {
  title: string
  state: string
  owed: string
  found: string
  missing: string
  next: string
}

/** "60 EUR", "3 hours", "one thing (server)". */
export function quantityText({ unit, amount }: Quantity, say: Say): string {
  if (unit.startsWith('thing:')) return say(THING, { count: amount, name: unit.slice(6) })
  if (unit !== 'minutes') return moneyText(amount, unit)
  const hours = Math.trunc(amount / MINUTES)
  const minutes = amount % MINUTES
  const values = { hours, minutes }
  return (hours === 0 ? say(MINUTES_ONLY, values) : say(HOURS_AND_MINUTES, values)).trim()
}

/** "15 EUR or 3 hours". */
export function anyOf(quantities: readonly Quantity[], say: Say): string {
  const texts = quantities.map((one) => quantityText(one, say))
  return texts.length === 0
    ? ''
    : texts.reduce((before, next) =>
        say(/*i18n*/ { id: 'standing.ask.or', message: '{before} or {next}' }, { before, next }),
      )
}

const isHolding = ({ kind }: Line) => kind === 'circles' || kind === 'roles'

function owedText(line: Line, { say, period }: Telling): string {
  const when = line.period ? period(line.period.from, line.period.until) : ''
  if (line.state === 'excused') return say(OWED.none)
  if (line.kind === 'circles' || line.kind === 'roles')
    return say(OWED.held, { what: askText({ kind: line.kind, count: line.needed }, say) })
  if (line.share) return say(OWED.coming, { ...line.share, period: when })
  const what = anyOf(line.owed, say)
  const owed =
    line.every === 'once' ? say(OWED.once, { what }) : say(OWED.period, { what, period: when })
  const unit = line.owed[0]?.unit
  if (line.most === null || unit === undefined) return owed
  return `${owed} ${say(OWED.most, { most: moneyText(line.most, unit) })}`
}

const SHOWN = 4

function foundText(line: Line, telling: Telling): string {
  const { say, day, name } = telling
  const before = line.metBefore > 0 ? ` ${say(FOUND.before, { count: line.metBefore })}` : ''
  if (line.state === 'excused')
    return line.excusedUntil === null ? '' : say(FOUND.until, { day: day(line.excusedUntil - 1) })
  if (isHolding(line)) {
    if (line.has.length > 0) return say(FOUND.has, { what: listed(line.has.map(name), say) })
    return line.due === null ? '' : say(FOUND.hasNone, { day: day(line.due) })
  }
  if (line.kind === 'attendance')
    return (line.held === 0 ? say(FOUND.noneHeld) : say(FOUND.came, line)) + before
  if (line.counted.length === 0) return say(FOUND.nothing) + before
  const parts = line.counted
    .slice(0, SHOWN)
    .map((one) => say(FOUND.counted, { what: quantityText(one, say), day: day(one.happened) }))
  const more = line.counted.length - SHOWN
  const list = listed(parts, say)
  return (more > 0 ? say(FOUND.more, { list: parts.join(', '), count: more }) : `${list}.`) + before
}

function missingText(line: Line, { say }: Telling): string {
  if (line.missing.length > 0) return say(MISSING.gift, { what: anyOf(line.missing, say) })
  const few = line.needed - line.came
  return line.kind === 'attendance' && line.state === 'missed' && few > 0
    ? say(MISSING.coming, { count: few })
    : ''
}

function nextText(line: Line, { say, day }: Telling): string {
  if (line.state === 'met' || line.state === 'excused') return ''
  const late = line.state === 'missed'
  const until = line.late === null ? '' : day(line.late - 1)
  if (line.kind === 'circles') return say(late ? NEXT.joinNow : NEXT.join, { day: until })
  if (line.kind === 'roles') return say(late ? NEXT.holdNow : NEXT.hold, { day: until })
  if (line.kind === 'attendance') {
    const count = line.needed - line.came
    if (count <= 0) return ''
    const over = line.state !== 'open' || line.period === null
    const last = line.period ? day(line.period.until - 1) : ''
    return over ? say(NEXT.comeNext) : say(NEXT.come, { count, day: last })
  }
  const what = anyOf(line.missing, say)
  return say(late ? NEXT.giveNow : NEXT.give, { what, day: until })
}

export function lineText(line: Line, telling: Telling): LineText {
  return {
    title: telling.say(TITLE[line.kind]),
    state: telling.say(STATE[line.state]),
    owed: owedText(line, telling),
    found: foundText(line, telling),
    missing: missingText(line, telling),
    next: nextText(line, telling),
  }
}

export type Ahead = {
  state: string
  since: DayCount | null
  changes: DayCount | null
  resting: readonly Resting[]
  rests: readonly Resting[]
  restsAfter: number
}

/** How long before a change the hall writes. */
export const NOTICE_DAYS = 14

/** What follows, when nothing more happens. */
export function aheadTexts(ahead: Ahead, { say, day }: Telling): string[] {
  const what = listed(
    ahead.rests.map((right) => say(RESTING_TEXT[right])),
    say,
  )
  if (ahead.state === 'behind' && ahead.rests.length > 0) {
    if (ahead.resting.length > 0) return [say(AHEAD_TEXT.resting, { what })]
    return [say(AHEAD_TEXT.restsSoon, { what, day: day((ahead.since ?? 0) + ahead.restsAfter) })]
  }
  if (ahead.changes === null) return []
  const { changes } = ahead
  return [
    say(AHEAD_TEXT.behind, { day: day(changes), before: day(changes - 1) }),
    ...(ahead.rests.length > 0
      ? [say(AHEAD_TEXT.rests, { what, day: day(changes + ahead.restsAfter) })]
      : []),
    say(AHEAD_TEXT.written, { day: day(changes - NOTICE_DAYS) }),
  ]
}
