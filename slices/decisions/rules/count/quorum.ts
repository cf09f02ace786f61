/**
 * The quorum: who must have taken part for a count to stand. Whoever cast a ballot took part, an empty
 * one too. Of all on the roll, of their weight, or of each class by itself; exactly the part is enough,
 * unless the kind says that it must be more.
 * A class of which nobody is on the roll has none. At a gathering, where the kind says so, who was
 * present counts in the place of who voted.
 */
import type { CollegeVotes } from '../colleges.ts'
import { fraction, type Fraction, reaches } from '../exact.ts'
import { exactly } from '../kinds/fractions.ts'
import { verdictOn } from '../verdict.ts'
import { type Ruling, weightsOf } from './ruling.ts'

export type Turnout = {
  class: string
  eligible: number
  voted: number
  /** At a gathering: who was in the room when it opened, or voted. */
  present?: number
}
export type QuorumCheck = {
  /** Null: of the whole roll. */
  class: string | null
  of: 'voters' | 'weight'
  held: Fraction
  needed: Fraction
  fine: boolean
  /** It counts who was present; left out: who voted. */
  counts?: 'present'
  /** It must be more than what is needed. */
  strict?: true
}

/** As many votes in favour as took part; the quorum looks at nothing else. */
function collegesOf(turnout: readonly Turnout[], counts: (one: Turnout) => number): CollegeVotes[] {
  return turnout.map((one) => ({
    college: one.class,
    eligible: one.eligible,
    present: counts(one),
    favour: counts(one),
    against: 0,
    abstain: 0,
    block: 0,
  }))
}

/** Every part that had to be there; none where the rules ask for none. */
export function checkQuorum(ruling: Ruling, turnout: readonly Turnout[]): QuorumCheck[] {
  const { quorum } = ruling.kind
  if (!quorum) return []
  const needed = exactly(quorum.reach)
  const strict = quorum.strict ?? false
  const inRoom =
    ruling.kind.gathering?.quorum === 'present' && turnout.some((one) => 'present' in one)
  const counts = ({ voted, present = voted }: Turnout) => (inRoom ? present : voted)
  const how = {
    ...(inRoom ? { counts: 'present' as const } : {}),
    ...(strict ? { strict } : {}),
  }
  const there = turnout.filter(({ eligible }) => eligible > 0)
  if (quorum.of === 'each-class')
    return there.map((one) => {
      const { class: inClass, eligible } = one
      const held = fraction(BigInt(counts(one)), BigInt(eligible))
      return {
        class: inClass,
        of: 'voters',
        held,
        needed,
        fine: reaches(held, needed, strict),
        ...how,
      }
    })
  const colleges = collegesOf(turnout, counts)
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
      ? [
          {
            class: null,
            of,
            held: check.held,
            needed,
            fine: reaches(check.held, needed, strict),
            ...how,
          },
        ]
      : [],
  )
}
