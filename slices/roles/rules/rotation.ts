/**
 * Rotation: whose turn it is.
 *
 * 1. In the turn are those who may hold the role and are willing. Who holds it now is not.
 * 2. First come those who never held it, by the day they came in; then the others, longest ago
 *    first by the day their last term ended. Equal days are told apart by the person's id, which
 *    nobody chooses.
 * 3. Who is passed over keeps the place: a skip moves nobody, and is remembered.
 * 4. Two may swap one turn: when the first of them is next, the other goes instead. The swap is
 *    used up by that; the order after it follows from law 2.
 */
import type { Instant } from '#kernel/clock.ts'
import type { PersonId } from '#slices/people/index.ts'
import { heldAt, type Term } from './terms.ts'

export type Willing = { person: PersonId; since: Instant }
export type Swap = { first: PersonId; second: PersonId }
export type Skip = { person: PersonId; at: Instant }

export type Turn = {
  person: PersonId
  /** When the last term ended; null: never held it. */
  lastHeld: Instant | null
  /** How often this one was passed over since then. */
  skipped: number
  /** Goes in the place of this one, by a swap. */
  inPlaceOf?: PersonId
}

function lastEnd(terms: readonly Term[], person: PersonId): Instant | null {
  const ends = terms.flatMap((term) =>
    term.person === person && !term.deputy && term.endedAt !== null ? [term.endedAt] : [],
  )
  return ends.toSorted().at(-1) ?? null
}

function earlier(a: Turn & Willing, b: Turn & Willing): number {
  const never = Number(a.lastHeld !== null) - Number(b.lastHeld !== null)
  if (never !== 0) return never
  const [left, right] = [a.lastHeld ?? a.since, b.lastHeld ?? b.since]
  if (left !== right) return left < right ? -1 : 1
  return a.person < b.person ? -1 : 1
}

export type Turning = {
  terms: readonly Term[]
  willing: readonly Willing[]
  swaps: readonly Swap[]
  skips: readonly Skip[]
  now: Instant
}

/** The order of turns, the next first. */
export function turnsOf({ terms, willing, swaps, skips, now }: Turning): Turn[] {
  const holding = new Set(
    terms.filter((term) => !term.deputy && heldAt(term, now)).map(({ person }) => person),
  )
  const order = willing
    .filter(({ person }) => !holding.has(person))
    .map((one) => {
      const lastHeld = lastEnd(terms, one.person)
      const since = skips.filter(({ person, at }) => person === one.person && at > (lastHeld ?? ''))
      return { ...one, lastHeld, skipped: since.length }
    })
    .toSorted(earlier)
    .map(({ person, lastHeld, skipped }) => ({ person, lastHeld, skipped }))
  return swapFirst(order, swaps)
}

/** Law 4, for whoever stands first. */
function swapFirst(order: Turn[], swaps: readonly Swap[]): Turn[] {
  const [next] = order
  const swap = swaps.find(({ first }) => first === next?.person)
  const other = order.find(({ person }) => person === swap?.second)
  if (!next || !other) return order
  const rest = order.filter(({ person }) => person !== other.person)
  return [{ ...other, inPlaceOf: next.person }, ...rest]
}

/** Whose turn it is now: the first who was not passed over since the role was last filled. */
export function nextInTurn(turns: readonly Turn[], passedOver: ReadonlySet<PersonId>): Turn | null {
  return turns.find(({ person }) => !passedOver.has(person)) ?? null
}
