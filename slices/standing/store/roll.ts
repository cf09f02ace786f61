/** The roll of a circle on a day. */
import { isIdOf } from '#kernel/ids.ts'
import type { Reader } from '#kernel/database.ts'
import { type CircleId, coop } from '#slices/circles/index.ts'
import { rulesAt } from '#slices/membrane/index.ts'
import { dayAt, type DayCount } from '../rules/days.ts'
import type { Asking } from '../rules/facts.ts'
import { type ClassRight, type RollLine, rollOf, type Voter } from '../rules/roll.ts'
import { delegateStretches } from './delegates.ts'
import { daysInZone } from './local-days.ts'
import { judge } from './standings.ts'

/** Which classes vote, by the rules of a day; null without rules. */
export async function classRightsOn(
  db: Reader,
  circle: CircleId,
  day: DayCount,
): Promise<ClassRight[] | null> {
  const { classes } = await rulesAt(db, circle, dayAt(day))
  if (classes.length === 0) return null
  // By the rules of the membrane who is on trial has the rights of the class.
  return classes.map(({ key, rights }) => ({ key, votes: rights.vote, onTrial: true }))
}

/** Everybody who is inside on a day, on the roll or not, with the reason. */
export async function rollAsked(
  db: Reader,
  circle: CircleId,
  asked: Asking,
  rights: readonly ClassRight[] | null,
): Promise<RollLine[]> {
  const days = daysInZone((await coop(db))?.zone ?? 'UTC')
  const [{ all }, spoke] = await Promise.all([
    judge(db, circle, null, asked, false),
    delegateStretches(db, circle, days),
  ])
  const speaks = new Map<string, string[]>()
  const heard = new Map<string, string[]>()
  for (const [body, stretches] of spoke) {
    const now = stretches.filter(({ from, until }) => from <= asked.on && asked.on < until)
    heard.set(
      body,
      now.map(({ person }) => person),
    )
    for (const { person } of now) speaks.set(person, [...(speaks.get(person) ?? []), body])
  }
  const voters = all.map(({ member, standing }): Voter => ({
    member,
    kind: isCircle(member) ? 'co-op' : 'person',
    class: standing.class,
    standing,
    delegates: heard.get(member) ?? [],
    speaksFor: speaks.get(member) ?? [],
  }))
  return rollOf(voters, rights)
}

const isCircle = isIdOf('cir')
