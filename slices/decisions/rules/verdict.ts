/**
 * The verdict on a question that is answered in favour, against, abstaining or with a block.
 * 1. Nothing is assumed: what a rule doesn't need it says so (null), or the question doesn't open.
 * 2. **Threshold**: those in favour, weighed by colleges.ts, reach a fraction of the base; strictly or
 *    not is stated. "More than half" is strict, "two thirds" is not, unless the constitution says so.
 * 3. **In each class**: some colleges must reach their own threshold by themselves, every voter one.
 *    An empty college there fails, or is left out, as declared; or fails if anybody of it is on the roll.
 * 4. **Quorum**: those who took part, abstaining and blocking too, reach a fraction of the roll, as
 *    voters or as weight. Exactly the fraction is enough.
 * 5. **Blocks**: forbidden (they count as against), or any block stops, or they are overcome when those
 *    in favour reach a fraction of all votes cast without abstentions, exactly the fraction is enough.
 * 6. **At least so many in favour**, **at most so many against**: numbers of voters.
 * 7. It passes when everything that is asked holds. Every check is shown with what it held and needed.
 *
 * Example: 6 of 21 members are in favour and nobody is against. More than half of the votes cast: it passes.
 * With a quorum of 30 % it doesn't, since 6 of 21 are 28.57 %. (verdict.test.ts)
 */
import {
  type Base,
  baseOf,
  type CollegeVotes,
  type Part,
  partsOf,
  type Parts,
  type Weights,
} from './colleges.ts'
import { dividedBy, fraction, type Fraction, ONE, reaches, sumOf, times, ZERO } from './exact.ts'

export type Threshold = { reach: Fraction; strict: boolean }

/** What a college does where nobody of it is in the base (law 3). */
export const EMPTY_COLLEGES = ['fails', 'left-out', 'fails-if-any'] as const
export type EmptyCollege = (typeof EMPTY_COLLEGES)[number]

export type QuestionRules = {
  base: Base
  weights: Weights
  threshold: Threshold | null
  inEach: { colleges: string[]; threshold: Threshold; empty: EmptyCollege } | null
  quorum: { of: 'voters' | 'weight'; reach: Fraction } | null
  block: 'forbidden' | 'stops' | { overcomeAt: Fraction }
  leastFavour: number | null
  mostAgainst: number | null
}

/** One thing that was asked: what was held against what was needed. */
export type Check =
  | { kind: 'threshold' | 'quorum' | 'overcome'; held: Fraction; needed: Threshold; fine: boolean }
  | { kind: 'college'; college: string; held: Fraction | null; needed: Threshold; fine: boolean }
  | Numbered<'block'>
  | Numbered<'least-favour'>
  | Numbered<'most-against'>

type Numbered<K> = { kind: K; held: number; needed: number; fine: boolean }

export type Verdict = { passed: boolean; parts: Part[]; inFavour: Fraction; checks: Check[] }

const ratio = (over: number, under: number): Fraction =>
  under === 0 ? ZERO : fraction(BigInt(over), BigInt(under))

function total(colleges: readonly CollegeVotes[], of: keyof Omit<CollegeVotes, 'college'>): number {
  return colleges.reduce((sum, votes) => sum + votes[of], 0)
}

const failsEmpty = (empty: EmptyCollege, eligible: number) =>
  empty === 'fails' || (empty === 'fails-if-any' && eligible > 0)

/** Law 3. */
function checkEach(colleges: readonly CollegeVotes[], rules: QuestionRules): Check[] {
  const { inEach, base } = rules
  return (inEach?.colleges ?? []).flatMap((college): Check[] => {
    if (!inEach) return []
    const votes = colleges.find((one) => one.college === college)
    const of = votes ? baseOf(votes, base) : 0
    const needed = inEach.threshold
    if (!votes || of === 0)
      return failsEmpty(inEach.empty, votes?.eligible ?? 0)
        ? [{ kind: 'college', college, held: null, needed, fine: false }]
        : []
    const held = ratio(votes.favour, of)
    return [
      { kind: 'college', college, held, needed, fine: reaches(held, needed.reach, needed.strict) },
    ]
  })
}

/** What one voter of a college weighs on the roll: its part of the whole, or its factor. */
function rollWeights(colleges: readonly CollegeVotes[], weights: Weights): Fraction[] {
  const factors: Parts = weights.reading === 'multiplier' ? weights.factors : {}
  if (weights.reading !== 'share-by-votes' && weights.reading !== 'share-by-roll')
    return colleges.map(({ college }) => factors[college] ?? ONE)
  return colleges.map(({ college, eligible }) =>
    eligible === 0 ? ZERO : dividedBy(weights.shares[college] ?? ZERO, fraction(BigInt(eligible))),
  )
}

/** Law 4. */
function checkQuorum(colleges: readonly CollegeVotes[], rules: QuestionRules): Check[] {
  if (!rules.quorum) return []
  const each =
    rules.quorum.of === 'voters' ? colleges.map(() => ONE) : rollWeights(colleges, rules.weights)
  const sum = (count: (votes: CollegeVotes) => number) =>
    sumOf(colleges.map((votes, at) => times(fraction(BigInt(count(votes))), each[at] ?? ONE)))
  const took = sum((votes) => baseOf(votes, 'cast-and-abstained'))
  const roll = sum(({ eligible }) => eligible)
  const held = roll.over === 0n ? ZERO : dividedBy(took, roll)
  const needed = { reach: rules.quorum.reach, strict: false }
  return [{ kind: 'quorum', held, needed, fine: reaches(held, needed.reach, false) }]
}

/** Law 5. */
function checkBlocks(colleges: readonly CollegeVotes[], { block }: QuestionRules): Check[] {
  const blocks = total(colleges, 'block')
  if (block === 'forbidden') return []
  if (block === 'stops') return [{ kind: 'block', held: blocks, needed: 0, fine: blocks === 0 }]
  if (blocks === 0) return []
  const favour = total(colleges, 'favour')
  const held = ratio(favour, favour + total(colleges, 'against') + blocks)
  const needed = { reach: block.overcomeAt, strict: false }
  return [{ kind: 'overcome', held, needed, fine: reaches(held, needed.reach, false) }]
}

/** Law 6. */
function checkNumbers(colleges: readonly CollegeVotes[], rules: QuestionRules): Check[] {
  const { leastFavour, mostAgainst } = rules
  const favour = total(colleges, 'favour')
  const against = total(colleges, 'against')
  const checks: Check[] = []
  if (leastFavour !== null)
    checks.push({
      kind: 'least-favour',
      held: favour,
      needed: leastFavour,
      fine: favour >= leastFavour,
    })
  if (mostAgainst !== null)
    checks.push({
      kind: 'most-against',
      held: against,
      needed: mostAgainst,
      fine: against <= mostAgainst,
    })
  return checks
}

/** The verdict on votes by college under the rules that were declared before opening. */
export function verdictOn(colleges: readonly CollegeVotes[], rules: QuestionRules): Verdict {
  const parts = partsOf(colleges, rules.weights, rules.base)
  const inFavour = sumOf(parts.map((part) => part.inFavour))
  const { threshold } = rules
  const weighed: Check[] = threshold
    ? [
        {
          kind: 'threshold',
          held: inFavour,
          needed: threshold,
          fine: reaches(inFavour, threshold.reach, threshold.strict),
        },
      ]
    : []
  const checks = [
    ...checkQuorum(colleges, rules),
    ...weighed,
    ...checkEach(colleges, rules),
    ...checkBlocks(colleges, rules),
    ...checkNumbers(colleges, rules),
  ]
  return { passed: checks.every(({ fine }) => fine), parts, inFavour, checks }
}
