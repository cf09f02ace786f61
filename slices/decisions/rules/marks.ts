/**
 * Approval, score and dots: everybody marks options, and marks are added.
 * 1. **Approval**: any number of options, one each; at most so many where the rules say.
 * 2. **Score**: each option a whole number between the least and the most that were declared. Whoever
 *    leaves one out gives it the least. Options stand by their sum, which is exact; the mean is shown.
 * 3. **Dots**: a number of dots to lay on options, all or some, several on one where it is allowed.
 * 4. A ballot that breaks its law is not valid: it is counted as such, shown, and changes nothing.
 * 5. The highest win, seat by seat. Equal at the last seat: the tie rule declared before, else the
 *    count stops and says between whom.
 */
import { refuse, type Refusal } from '#kernel/change.ts'
import type { TieBroken } from './counting.ts'
import { fraction, type Fraction, ZERO } from './exact.ts'
import { seatHighest } from './plurality.ts'
import type { Lot } from './ties.ts'

export type MarkRules =
  | { method: 'approval'; most: number | null }
  | { method: 'score'; least: number; most: number }
  | { method: 'dots'; dots: number; mostOnOne: number }

/** Marks by option's index; an option that isn't there was left out. `count` ballots are alike. */
export type MarkBallot = { marks: ReadonlyMap<number, number>; count: number }

export type MarkCount = {
  method: string
  ballots: number
  invalid: number
  totals: number[]
  /** How many marked each option at all. */
  voters: number[]
  means: Fraction[]
  elected: number[]
  ties: TieBroken[]
}

/** Laws 1 to 4. */
export function isValid({ marks }: MarkBallot, rules: MarkRules, options: number): boolean {
  const given = [...marks]
  const whole = given.every(
    ([option, mark]) => option >= 0 && option < options && Number.isInteger(mark),
  )
  if (!whole) return false
  const values = given.map(([, mark]) => mark)
  if (rules.method === 'approval')
    return values.every((mark) => mark === 1) && given.length <= (rules.most ?? options)
  if (rules.method === 'score')
    return values.every((mark) => mark >= rules.least && mark <= rules.most)
  const laid = values.reduce((sum, mark) => sum + mark, 0)
  return laid <= rules.dots && values.every((mark) => mark >= 1 && mark <= rules.mostOnOne)
}

/** Adds marks and fills the seats. Refuses a tie at the last seat that no rule decides. */
export function countMarks(
  ballots: readonly MarkBallot[],
  rules: MarkRules,
  said: { options: number; seats: number; lot: Lot },
): MarkCount | Refusal {
  const { options, seats, lot } = said
  const valid = ballots.filter((ballot) => isValid(ballot, rules, options))
  const all = (some: readonly MarkBallot[]) => some.reduce((sum, { count }) => sum + count, 0)
  const cast = all(valid)
  const least = rules.method === 'score' ? rules.least : 0
  const indices = Array.from({ length: options }, (_, option) => option)
  const totals = indices.map((option) =>
    valid.reduce((sum, { marks, count }) => sum + (marks.get(option) ?? least) * count, 0),
  )
  const voters = indices.map((option) => all(valid.filter(({ marks }) => marks.has(option))))
  const compare = (a: number, b: number) => (totals[b] ?? 0) - (totals[a] ?? 0)
  const { elected, ties, stuck } = seatHighest(indices, seats, { lot, compare })
  if (stuck) return refuse('tie-undecided', { among: stuck })
  const means = totals.map((total) => (cast === 0 ? ZERO : fraction(BigInt(total), BigInt(cast))))
  const { method } = rules
  return {
    method,
    ballots: cast,
    invalid: all(ballots) - cast,
    totals,
    voters,
    means,
    elected,
    ties,
  }
}
