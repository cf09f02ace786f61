/** The roll of a circle on a day. */
import type { Reader } from '#kernel/database.ts'
import { type CircleId, coop, type MemberId } from '#slices/circles/index.ts'
import { constitutionAt, sections } from '#slices/constitutions/index.ts'
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
  const rules = await constitutionAt(db, circle, dayAt(day))
  const section = sections.at('classes')
  const part = rules && section ? section.schema.safeParse(rules.parts['classes']) : null
  if (!part?.success || !section?.names) return null
  const classes = section.names(part.data).filter(({ kind }) => kind === 'class')
  if (classes.length === 0) return null
  return classes.map(({ key, facts }) => ({ key, votes: facts?.votes ?? true, onTrial: true }))
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

function isCircle(member: MemberId): member is CircleId {
  return member.startsWith('cir_')
}
