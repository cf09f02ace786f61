/** The rules of the membrane that are in force. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import type { CircleId, ClassNamed } from '#slices/circles/index.ts'
import {
  type Constitution,
  constitutionAt,
  constitutionOf,
  type Day,
  partOf,
} from '#slices/constitutions/index.ts'
import { classes, type Classes, type MemberClass } from '../rules/classes.ts'
import { type Way, type Ways, waysIn } from '../rules/ways.ts'

export type Rules = {
  constitution: Constitution | null
  classes: MemberClass[]
  ways: Ways
}

function rulesIn(constitution: Constitution | null): Rules {
  if (!constitution) return { constitution, classes: [], ways: waysIn.empty }
  const part: Classes = partOf(classes, constitution)
  return { constitution, classes: part.classes, ways: partOf(waysIn, constitution) }
}

/** The classes and ways that hold in a circle now; empty where it has no rules. */
export async function rulesOf(db: Reader, circle: CircleId, now: Instant): Promise<Rules> {
  return rulesIn(await constitutionOf(db, circle, now))
}

/** Those that held on a day. */
export async function rulesAt(db: Reader, circle: CircleId, day: Day): Promise<Rules> {
  return rulesIn(await constitutionAt(db, circle, day))
}

/** The ways into a class; null when the rules describe none. */
export function wayTo({ ways }: Rules, key: string): Way | null {
  return ways.ways.find((one) => one.class === key) ?? null
}

/** For circles: the classes there are; whoever comes by hand begins in the first open one, else the first. */
export async function classList(db: Reader, circle: CircleId, now: Instant): Promise<ClassNamed[]> {
  const rules = await rulesOf(db, circle, now)
  const isOpen = (key: string) => wayTo(rules, key)?.open ?? false
  const some = rules.classes.some(({ key }) => isOpen(key))
  return rules.classes.map(({ key, name, holds }) => ({
    key,
    name,
    holds,
    begins: !some || isOpen(key),
  }))
}
