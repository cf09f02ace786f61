/** Who held which role in a circle, from day to day. */
import type { Reader } from '#kernel/database.ts'
import { type CircleId, rolesOf } from '#slices/circles/index.ts'
import { termsOf } from '#slices/roles/index.ts'
import { type DayCount, NEVER, type Stretch } from '../rules/days.ts'

export type Held = Stretch & { role: string }

/** Terms that began, a deputy's not among them: who stands in is not excused for it. */
export async function rolesIn(
  db: Reader,
  circle: CircleId,
  days: (at: string) => DayCount,
): Promise<Map<string, Held[]>> {
  const held = new Map<string, Held[]>()
  for (const term of await termsOf(db, { circle })) {
    if (term.deputy || term.began_at === null) continue
    const until = term.ended_at === null ? NEVER : days(term.ended_at)
    const one = { role: term.role, from: days(term.began_at), until }
    const list = held.get(term.person)
    if (list) list.push(one)
    else held.set(term.person, [one])
  }
  return held
}

/** Who holds any role in a circle now, by its rules or named by hand. */
export async function holdersIn(db: Reader, circle: CircleId): Promise<Set<string>> {
  const [terms, byHand] = await Promise.all([termsOf(db, { circle }), rolesOf(db, circle)])
  const now = terms.filter((term) => term.began_at !== null && term.ended_at === null)
  return new Set([...now, ...byHand].map(({ person }) => person))
}

/** Who keeps the money: the role `treasurer` of the circle's rules. */
export async function isTreasurer(db: Reader, person: string, circle: CircleId): Promise<boolean> {
  const terms = await termsOf(db, { circle, role: 'treasurer' })
  return terms.some(
    (term) => term.person === person && term.began_at !== null && term.ended_at === null,
  )
}
