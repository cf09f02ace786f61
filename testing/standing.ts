/** Members, duties and evidence for tests of standing, said shortly and by days. */
import { countOf, type Day, NEVER } from '#slices/standing/rules/days.ts'
import { type Asks, type Duty, type DutiesPart, NO_DUTIES } from '#slices/standing/rules/duty.ts'
import { asking, type Given, type Held, type Member } from '#slices/standing/rules/facts.ts'
import { heldBy } from '#slices/standing/rules/gatherings-due.ts'
import { planOf, type Version } from '#slices/standing/rules/plan.ts'
import { AHEAD, type Judging, standingOf } from '#slices/standing/rules/standing.ts'
import { later } from '#slices/standing/rules/days.ts'

export const euros = (amount: number, most: number | null = null): Asks => ({
  kind: 'dues',
  least: { minor: amount * 100, currency: 'EUR' },
  most: most === null ? null : most * 100,
})
export const hours = (count: number): Asks => ({ kind: 'hours', hours: count })
export const server: Asks = { kind: 'resource', what: 'server', named: 'a server' }
export const comeTo = (of: number, all: number): Asks => ({
  kind: 'attendance',
  share: { of, in: all },
  circle: null,
})

export function duty(key: string, every: Duty['every'], asks: Asks[], shape: Partial<Duty> = {}) {
  const classes = ['member']
  const base = { due: 'end', part: 'days', grace: 0 } as const
  return { key, classes, asks, every, ...base, ...shape }
}

export function duties(...all: Duty[]): DutiesPart {
  return { ...NO_DUTIES, duties: all }
}

/** A version from a day on. */
export function version(number: number, from: Day, part: DutiesPart): Version {
  return { version: number, from, part, cites: {} }
}

/** What is judged: versions, and gatherings of the circle by their days. */
export function rules(versions: readonly Version[], held: readonly Day[] = []): Judging {
  const all = held.map((day): Held => ({
    gathering: day,
    circle: 'here',
    happened: countOf(day),
    known: countOf(day),
  }))
  return { plan: planOf(versions, later('2031-01-01', AHEAD)), circle: 'here', held: heldBy(all) }
}

/** A member of the class `member` from a day on. */
export function member(from: Day, rest: Partial<Member> = {}): Member {
  return {
    classes: [{ class: 'member', from: countOf(from), until: NEVER, trialUntil: null }],
    pauses: [],
    roles: [],
    circles: [],
    excused: [],
    given: [],
    came: [],
    ...rest,
  }
}

let made = 0
/** Given on a day: `[day, 60, 'EUR']` is sixty euros, `[day, 3, 'hours']` three hours. */
export function given(day: Day, count: number, unit: string, rest: Partial<Given> = {}): Given {
  made += 1
  const scale = unit === 'hours' ? 60 : unit.startsWith('thing:') ? 1 : 100
  const happened = countOf(day)
  return {
    id: `evd_${String(made).padStart(6, '0')}`,
    unit: unit === 'hours' ? 'minutes' : unit,
    amount: count * scale,
    happened,
    known: happened,
    duty: null,
    corrects: null,
    ...rest,
  }
}

export const came = (...days: Day[]) => days.map((day) => ({ gathering: day, known: countOf(day) }))

/** "good", "behind since 2026-02-01", as a table says it. */
export function stateOn(judging: Judging, who: Member, day: Day, known: Day = day): string {
  const { state, since } = standingOf(judging, who, asking(countOf(day), countOf(known)))
  return since === null
    ? state
    : `${state} since ${new Date(since * 86_400_000).toISOString().slice(0, 10)}`
}
