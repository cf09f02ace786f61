/** Who spoke for which member co-op, from day to day. */
import type { Reader } from '#kernel/database.ts'
import { allDelegates, type CircleId } from '#slices/circles/index.ts'
import { type DayCount, NEVER, type Stretch } from '../rules/days.ts'

export type Spoke = Stretch & { person: string; alternate: boolean }

/** By the circle for which they speak; delegates before alternates, in the order of their coming. */
export async function delegateStretches(
  db: Reader,
  circle: CircleId,
  days: (at: string) => DayCount,
): Promise<Map<string, Spoke[]>> {
  const spoke = new Map<string, Spoke[]>()
  for (const { body, person, alternate, from, until, ends } of await allDelegates(db, circle)) {
    const end = until ?? ends
    const one = {
      person,
      alternate,
      from: days(from),
      until: end === null ? NEVER : days(end),
    }
    spoke.set(body, [...(spoke.get(body) ?? []), one])
  }
  return spoke
}
