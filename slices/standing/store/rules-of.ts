/** The rules of a circle, laid out on the calendar, with the gatherings that were held. */
import { isIdOf } from '#kernel/ids.ts'
import type { Reader } from '#kernel/database.ts'
import type { CircleId } from '#slices/circles/index.ts'
import { type Constitution, citeIn, partOf, timelineOf } from '#slices/constitutions/index.ts'
import { waysSection } from '#slices/membrane/index.ts'
import { countOf, dayAt, type DayCount, later } from '../rules/days.ts'
import type { DutiesPart } from '../rules/duty.ts'
import { heldBy } from '../rules/gatherings-due.ts'
import { planOf, type Version } from '../rules/plan.ts'
import { dutiesSection } from '../rules/section.ts'
import { AHEAD, type Judging } from '../rules/standing.ts'
import { reading } from './tables.ts'

/** The rule of pauses stands among the ways in and out. */
const PAUSE = [waysSection.name, 'pause'] as const

/** Numbers of rules by their keys, as this circle's people cite them. */
async function citesIn(db: Reader, rules: Constitution, part: DutiesPart) {
  const cite = await citeIn(db, rules)
  const keys = [
    ...part.duties.map(({ key }) => key),
    ...part.exemptions.map(({ key }) => `excused.${key}`),
    ...['behind', 'rests', 'idle', 'notice', 'seen'],
  ]
  return Object.fromEntries(
    [...keys.map((key) => [dutiesSection.name, key] as const), PAUSE].flatMap(([section, key]) => {
      const number = cite(section, key)
      return number === null ? [] : [[key, number]]
    }),
  )
}

/** The versions of the duties of a circle, in the order of their days. */
export async function versionsOf(db: Reader, circle: CircleId): Promise<Version[]> {
  const line = await timelineOf(db, circle)
  return Promise.all(
    line.map(async ({ from, rules }) => {
      const part = partOf(dutiesSection, rules)
      return { version: rules.number, from, part, cites: await citesIn(db, rules, part) }
    }),
  )
}

async function heldIn(db: Reader, circles: readonly CircleId[]) {
  const rows = await reading(db)
    .selectFrom('gatherings_held')
    .selectAll()
    .where('circle', 'in', circles)
    .execute()
  return heldBy(
    rows.map((row) => ({ ...row, happened: countOf(row.happened), known: countOf(row.known) })),
  )
}

const isCircle = isIdOf('cir')

/** What is judged in a circle, laid out far enough ahead of a day. */
export async function judgingIn(db: Reader, circle: CircleId, on: DayCount): Promise<Judging> {
  const versions = await versionsOf(db, circle)
  const named = versions.flatMap(({ part }) =>
    part.duties.flatMap(({ asks }) =>
      asks.flatMap((ask) => (ask.kind === 'attendance' && ask.circle ? [ask.circle] : [])),
    ),
  )
  const circles = [circle, ...new Set(named)].filter(isCircle)
  const held = await heldIn(db, circles)
  return { plan: planOf(versions, later(dayAt(on), AHEAD + 1)), circle, held }
}
