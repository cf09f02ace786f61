/** What people are called in a room: the first of their names while that is one person's alone. */
import type { Who } from '../rules/call.ts'
import type { Room } from '../rules/state.ts'

type People = Room['people']
const counts = new WeakMap<People, Map<string, number>>()

const firstOf = (name: string): string => name.split(' ')[0] ?? name

function firstNames(people: People): Map<string, number> {
  const known = counts.get(people)
  if (known) return known
  const made = new Map<string, number>()
  for (const { name } of Object.values(people))
    made.set(firstOf(name), (made.get(firstOf(name)) ?? 0) + 1)
  counts.set(people, made)
  return made
}

/** The short name of somebody: whole when another goes by the same first one. */
export function shortName(people: People, name: string): string {
  const first = firstOf(name)
  return (firstNames(people).get(first) ?? 0) > 1 ? name : first
}

/** The short name of somebody by id; empty when nobody of this id was ever here. */
export function shortNameOf(people: People, who: Who): string {
  const person = Object.hasOwn(people, who) ? people[who] : undefined
  return person ? shortName(people, person.name) : ''
}
