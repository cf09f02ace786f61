/** Who held which role in a circle, from day to day. */
import type { Reader } from '#kernel/database.ts'
import { type CircleId, rolesOf } from '#slices/circles/index.ts'
import { type DayCount, NEVER, type Stretch } from '../rules/days.ts'

export type Held = Stretch & { role: string }

export async function rolesIn(
  db: Reader,
  circle: CircleId,
  days: (at: string) => DayCount,
): Promise<Map<string, Held[]>> {
  const held = new Map<string, Held[]>()
  for (const { person, role } of await rolesOf(db, circle)) {
    const one = { role, from: days('1970-01-02T00:00:00.000Z'), until: NEVER }
    held.set(person, [...(held.get(person) ?? []), one])
  }
  return held
}

/** Who keeps the money: the role `treasurer` of the circle's rules. */
export async function isTreasurer(db: Reader, person: string, circle: CircleId): Promise<boolean> {
  const roles = await rolesOf(db, circle)
  return roles.some((held) => held.person === person && String(held.role) === 'treasurer')
}
