/**
 * "This was me": a name of a saved chat turns out to be a person.
 * 1. Anybody with an account may say so; who facilitated, or facilitates the circle, confirms it.
 * 2. The name stays as it stands in the chat; from then on it is that person's, with all its words.
 * 3. Two names may be one person: they become one in the minutes, under the first.
 */
import { Minutes } from './document.ts'

const POINTS_AT_SOMEBODY = new Set(['who', 'by'])

function pointing(value: unknown, from: string, to: string): unknown {
  if (Array.isArray(value)) return value.map((one) => pointing(one, from, to))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      POINTS_AT_SOMEBODY.has(key) && part === from ? to : pointing(part, from, to),
    ]),
  )
}

type Attendee = Minutes['people'][number]

function asOne(first: Attendee, other: Attendee): Attendee {
  return {
    ...first,
    roles: [...new Set([...first.roles, ...other.roles])],
    stays: [...first.stays, ...other.stays].toSorted((a, b) => (a.from < b.from ? -1 : 1)),
    spokenMs: first.spokenMs + other.spokenMs,
    lines: first.lines + other.lines,
    unnamed: first.unnamed || other.unnamed,
  }
}

/** The minutes in which a guest is a person. */
export function recognise(minutes: Minutes, guest: string, person: string): Minutes {
  const next = Minutes.parse(pointing(minutes, guest, person))
  const people = new Map<string, Attendee>()
  for (const one of next.people) {
    const before = people.get(one.who)
    const kind = one.who === person ? ('person' as const) : one.kind
    people.set(one.who, before ? asOne(before, one) : { ...one, kind })
  }
  return { ...next, people: [...people.values()] }
}
