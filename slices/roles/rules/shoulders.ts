/**
 * What lies on whose shoulders: an overview, never a ranking.
 *
 * 1. Named are those who hold two roles or more in one circle and the circles within it, and with
 *    each the roles; people in the order of their names.
 * 2. A deputy holds no role in this count.
 */
import type { PersonId } from '#slices/people/index.ts'

export type Held = { person: PersonId; name: string; circle: string; role: string; deputy: boolean }
export type Shoulders = {
  person: PersonId
  name: string
  holds: { circle: string; role: string }[]
}

/** Law 1; `locale` sorts the names. */
export function onTheSameShoulders(held: readonly Held[], locale: string): Shoulders[] {
  const people = new Map<PersonId, Shoulders>()
  for (const { person, name, circle, role, deputy } of held) {
    if (deputy) continue
    const known = people.get(person) ?? { person, name, holds: [] }
    known.holds.push({ circle, role })
    people.set(person, known)
  }
  const sorted = new Intl.Collator(locale)
  return [...people.values()]
    .filter(({ holds }) => holds.length > 1)
    .toSorted((a, b) => sorted.compare(a.name, b.name))
}
