/** What is known of the members of a circle, put together for the rules. */
import type { Reader } from '#kernel/database.ts'
import {
  allCircles,
  type CircleId,
  coop,
  historyOf,
  type MemberId,
  pausesOf,
  stretchesOf,
} from '#slices/circles/index.ts'
import { type DayCount, NEVER, type Stretch } from '../rules/days.ts'
import type { Came, Member } from '../rules/facts.ts'
import { delegateStretches, type Spoke } from './delegates.ts'
import { cameTo, excusesOf, givenBy, type Which } from './given.ts'
import { daysInZone } from './local-days.ts'
import { rolesIn } from './roles.ts'

type Days = (at: string) => DayCount

/** A stretch of days: who leaves in the middle of a day was not inside on that day (membrane, law 3). */
export function stretchIn(days: Days, span: { from: string; until: string | null }): Stretch {
  return { from: days(span.from), until: span.until === null ? NEVER : days(span.until) }
}

/** The working circles within a circle, those within them included. */
async function workingWithin(db: Reader, circle: CircleId): Promise<CircleId[]> {
  const circles = await allCircles(db)
  const found: CircleId[] = []
  const add = (parent: CircleId) => {
    for (const { id, kind } of circles.filter((one) => one.parent === parent))
      if (kind === 'working' && !found.includes(id)) {
        found.push(id)
        add(id)
      }
  }
  add(circle)
  return found
}

type Belonging = Stretch & { circle: string }

async function belongings(db: Reader, { circle, member }: Which, days: Days) {
  const within = new Set(await workingWithin(db, circle))
  const stretches =
    member === null
      ? (await Promise.all([...within].map((one) => stretchesOf(db, one)))).flat()
      : (await historyOf(db, member)).filter((one) => within.has(one.circle))
  return grouped(stretches, (one): Belonging => ({ ...stretchIn(days, one), circle: one.circle }))
}

function grouped<Row extends { member: string }, One>(
  rows: readonly Row[],
  make: (row: Row) => One,
) {
  const found = new Map<string, One[]>()
  for (const row of rows) {
    const list = found.get(row.member)
    if (list) list.push(make(row))
    else found.set(row.member, [make(row)])
  }
  return found
}

/** A co-op came where somebody came who spoke for it then. */
function cameFor(
  member: string,
  came: ReadonlyMap<string, Came[]>,
  spoke: ReadonlyMap<string, Spoke[]>,
  dayOf: ReadonlyMap<string, DayCount>,
): Came[] {
  if (!member.startsWith('cir_')) return came.get(member) ?? []
  return (spoke.get(member) ?? []).flatMap(({ person, from, until }) =>
    (came.get(person) ?? []).filter(({ gathering }) => {
      const day = dayOf.get(gathering)
      return day !== undefined && from <= day && day < until
    }),
  )
}

export type Facts = {
  members: Map<MemberId, Member>
  days: Days
}

/**
 * The members of a circle, those who left included, with all that counts for their standing.
 * `gatheringDays`: on which day each gathering was held.
 */
export async function factsIn(
  db: Reader,
  which: Which,
  gatheringDays: ReadonlyMap<string, DayCount>,
): Promise<Facts> {
  const { circle, member } = which
  const days = daysInZone((await coop(db))?.zone ?? 'UTC')
  const single = member !== null && !member.startsWith('cir_') ? member : null
  const [stretches, given, excused, pauses, roles, circles, came, spoke] = await Promise.all([
    member === null ? stretchesOf(db, circle) : historyOf(db, member, circle),
    givenBy(db, which),
    excusesOf(db, which),
    pausesOf(db, circle, member),
    rolesIn(db, circle, days),
    belongings(db, which, days),
    gatheringDays.size === 0 ? new Map<string, Came[]>() : cameTo(db, single),
    delegateStretches(db, circle, days),
  ])
  const paused = grouped(pauses, (one) =>
    stretchIn(days, { from: one.from, until: one.until ?? one.ends }),
  )
  const classes = grouped(stretches, (one) => ({
    ...stretchIn(days, one),
    class: one.class,
    trialUntil: null,
  }))
  const members = new Map<MemberId, Member>()
  for (const { member: id } of stretches) {
    if (members.has(id)) continue
    members.set(id, {
      classes: (classes.get(id) ?? []).filter(({ from, until }) => from < until),
      pauses: paused.get(id) ?? [],
      roles: roles.get(id) ?? [],
      circles: circles.get(id) ?? [],
      excused: excused.get(id) ?? [],
      given: given.get(id) ?? [],
      came: cameFor(id, came, spoke, gatheringDays),
    })
  }
  return { members, days }
}
