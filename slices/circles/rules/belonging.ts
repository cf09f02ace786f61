/**
 * Who is inside.
 * 1. A member is a person, or an autonomous circle. In one circle a member is in one class at a time,
 *    from a day until a day; another class is a new stretch that begins where the one before ends.
 * 2. Between two stretches there is a gap only when the member had left and came back.
 * 3. On a day means as it stood when that day ended in the hall's own zone; a member who left at noon
 *    was not inside on that day any more.
 * 4. A member circle speaks by its delegates. Who is a member in their own right and a delegate too is
 *    both, and counts as one person: once on their own, and never a second time for the circle, whose
 *    voice is one however many come.
 * 5. An alternate is inside as a delegate is, and speaks when no other delegate of the circle does.
 */
import type { Instant } from '#kernel/clock.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { CircleId } from '../rules.ts'

export type MemberId = PersonId | CircleId
export const FIRST_CLASS = 'member'

/** One stretch of a membership. */
export type Membership = {
  circle: CircleId
  member: MemberId
  class: string
  from: Instant
  until: Instant | null
}

export type Delegate = {
  id: `dlg_${string}`
  circle: CircleId
  /** The member circle for which they speak. */
  body: CircleId
  person: PersonId
  alternate: boolean
  mandate: string
  from: Instant
  ends: Instant | null
  until: Instant | null
}

/** What is wrong with the history of one member in one circle (laws 1 and 2); null when nothing. */
export function faultIn(history: readonly Pick<Membership, 'from' | 'until'>[]): string | null {
  const inOrder = history.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  for (const [at, stretch] of inOrder.entries()) {
    if (stretch.until !== null && stretch.until < stretch.from) return 'ends before it begins'
    const next = inOrder[at + 1]
    if (next && (stretch.until === null || stretch.until > next.from)) return 'overlaps the next'
  }
  return null
}

/** The stretch in which a moment falls: from its first instant, until before its last. */
export function stretchAt<S extends Pick<Membership, 'from' | 'until'>>(
  history: readonly S[],
  at: Instant,
): S | null {
  return history.find(({ from, until }) => from <= at && (until === null || at < until)) ?? null
}

/**
 * The history of a member whose two records become one (laws 1 and 2): what `kept` says stands,
 * and of `other` only what lies outside of it.
 */
export function joinHistories<S extends Pick<Membership, 'from' | 'until'>>(
  kept: readonly S[],
  other: readonly S[],
): S[] {
  const END = '9999-12-31T23:59:59.999Z'
  let pieces = [...other]
  for (const stands of kept) {
    const [from, until] = [stands.from, stands.until ?? END]
    pieces = pieces.flatMap((piece) => {
      const end = piece.until ?? END
      if (end <= from || piece.from >= until) return [piece]
      const before = piece.from < from ? [{ ...piece, until: from }] : []
      const after = end > until ? [{ ...piece, from: until }] : []
      return [...before, ...after]
    })
  }
  return [...kept, ...pieces].toSorted((a, b) => (a.from < b.from ? -1 : 1))
}

/** How many voices a hall full of people has: each person and each circle at most one (law 4). */
export function voicesOf(
  present: readonly PersonId[],
  members: ReadonlySet<MemberId>,
  delegates: readonly Pick<Delegate, 'body' | 'person' | 'alternate'>[],
): { persons: PersonId[]; bodies: CircleId[] } {
  const here = new Set(present)
  const persons = [...here].filter((person) => members.has(person))
  const sent = delegates.filter(({ person, body }) => here.has(person) && members.has(body))
  return { persons, bodies: [...new Set(sent.map(({ body }) => body))] }
}
