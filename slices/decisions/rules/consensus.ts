/**
 * Consensus with levels, and consent.
 * 1. **Consensus**: everybody chooses one of the levels that were declared before. Each level counts
 *    in favour, against, as an abstention or as a block; the verdict is then that of verdict.ts.
 * 2. A level may be allowed to so many at most, as a fraction of those who took part: a proposal with
 *    a third standing aside has no consensus, whatever nobody says against it.
 * 3. **Consent**: nobody has to be in favour. An objection is kept, integrated into the proposal,
 *    withdrawn, or judged not valid by the rule that says who judges. It passes when none is kept.
 *    An objection that nobody has dealt with yet is kept.
 *
 * Example: 8 agree and 2 stand aside: two of ten are one in five, which is allowed. 7 and 2 are more than
 * that: there is no consensus, though nobody is against. (consensus.test.ts)
 */
import { type CollegeVotes } from './colleges.ts'
import { fraction, type Fraction, reaches, ZERO } from './exact.ts'
import { type QuestionRules, type Verdict, verdictOn } from './verdict.ts'

export type Level = {
  name: string
  counts: 'favour' | 'against' | 'abstain' | 'block'
  /** The most of those who took part; null for no limit. */
  most: Fraction | null
}

/** The five of consensus process as they are often declared (Seeds for Change, "Consensus"). */
export const USUAL_LEVELS: readonly Level[] = [
  { name: 'agree', counts: 'favour', most: null },
  { name: 'agree with reservations', counts: 'favour', most: null },
  { name: 'stand aside', counts: 'abstain', most: fraction(1n, 5n) },
  { name: 'disagree', counts: 'against', most: null },
  { name: 'block', counts: 'block', most: null },
]

/** What a college chose: how many at each level, by its name. */
export type CollegeLevels = {
  college: string
  eligible: number
  present: number
  chosen: Readonly<Record<string, number>>
}

export type LevelCheck = { level: string; held: Fraction; most: Fraction; fine: boolean }
export type ConsensusVerdict = Verdict & { levels: LevelCheck[] }

/** Law 1: levels as votes. A level that wasn't declared counts for nothing. */
export function votesByLevel(
  colleges: readonly CollegeLevels[],
  levels: readonly Level[],
): CollegeVotes[] {
  return colleges.map(({ college, eligible, present, chosen }) => {
    const sum = (counts: Level['counts']) =>
      levels
        .filter((level) => level.counts === counts)
        .reduce((so, { name }) => so + (chosen[name] ?? 0), 0)
    return {
      college,
      eligible,
      present,
      favour: sum('favour'),
      against: sum('against'),
      abstain: sum('abstain'),
      block: sum('block'),
    }
  })
}

/** The verdict of consensus with levels. */
export function consensusOn(
  colleges: readonly CollegeLevels[],
  levels: readonly Level[],
  rules: QuestionRules,
): ConsensusVerdict {
  const verdict = verdictOn(votesByLevel(colleges, levels), rules)
  const at = (name: string) => colleges.reduce((sum, { chosen }) => sum + (chosen[name] ?? 0), 0)
  const took = levels.reduce((sum, { name }) => sum + at(name), 0)
  const checks = levels.flatMap(({ name, most }): LevelCheck[] => {
    if (!most) return []
    const held = took === 0 ? ZERO : fraction(BigInt(at(name)), BigInt(took))
    return [{ level: name, held, most, fine: !reaches(held, most, true) }]
  })
  const passed = verdict.passed && checks.every(({ fine }) => fine)
  return { ...verdict, passed, levels: checks }
}

export type Objection = {
  by: string
  what: string
  now: 'kept' | 'integrated' | 'withdrawn' | 'not-valid'
}
export type ConsentVerdict = { passed: boolean; kept: Objection[]; took: number; eligible: number }

/** The verdict of consent. `quorum` is a fraction of the roll that must have taken part, or null. */
export function consentOn(
  objections: readonly Objection[],
  { took, eligible }: { took: number; eligible: number },
  quorum: Fraction | null,
): ConsentVerdict {
  const kept = objections.filter(({ now }) => now === 'kept')
  const part = eligible === 0 ? ZERO : fraction(BigInt(took), BigInt(eligible))
  const enough = !quorum || reaches(part, quorum, false)
  return { passed: kept.length === 0 && enough, kept, took, eligible }
}
