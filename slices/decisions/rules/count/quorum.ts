/**
 * The quorum: who must have taken part for a count to stand. Whoever cast a ballot took part, an empty
 * one too. Of all on the roll, of their weight, or of each class by itself; exactly the part is enough.
 * A class of which nobody is on the roll has none.
 */
import type { CollegeVotes } from '../colleges.ts'
import { fraction, type Fraction, reaches } from '../exact.ts'
import { exactly } from '../kinds/fractions.ts'
import { verdictOn } from '../verdict.ts'
import { type Ruling, weightsOf } from './ruling.ts'

export type Turnout = { class: string; eligible: number; voted: number }
export type QuorumCheck = {
  /** Null: of the whole roll. */
  class: string | null
  of: 'voters' | 'weight'
  held: Fraction
  needed: Fraction
  fine: boolean
}

/** Every part that had to be there; none where the rules ask for none. */
export function checkQuorum(ruling: Ruling, turnout: readonly Turnout[]): QuorumCheck[] {
  const { quorum } = ruling.kind
  if (!quorum) return []
  const needed = exactly(quorum.reach)
  const there = turnout.filter(({ eligible }) => eligible > 0)
  if (quorum.of === 'each-class')
    return there.map(({ class: inClass, eligible, voted }) => {
      const held = fraction(BigInt(voted), BigInt(eligible))
      return { class: inClass, of: 'voters', held, needed, fine: reaches(held, needed, false) }
    })
  const colleges = turnout.map((one): CollegeVotes => ({
    college: one.class,
    eligible: one.eligible,
    present: one.voted,
    favour: one.voted,
    against: 0,
    abstain: 0,
    block: 0,
  }))
  const { of } = quorum
  const { checks } = verdictOn(colleges, {
    base: 'cast',
    weights: weightsOf(ruling),
    threshold: null,
    inEach: null,
    quorum: { of, reach: needed },
    block: 'forbidden',
    leastFavour: null,
    mostAgainst: null,
  })
  return checks.flatMap((check) =>
    check.kind === 'quorum'
      ? [{ class: null, of, held: check.held, needed, fine: check.fine }]
      : [],
  )
}
