/**
 * What is published of a question, and judging it again.
 * 1. A publication holds the kind of decision, the rules, how each college voted in numbers, and every
 *    check with what it held and needed. Nobody who voted is in it.
 *    Of consensus with levels it holds the levels, and how many chose each in every college; what counts
 *    in favour, against and so on follows from that.
 * 2. Its fingerprint is the SHA-256 of the canonical JSON (RFC 8785) of all the rest.
 * 3. It fits when the verdict from rules and numbers alone is the same, and so is the fingerprint.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonical } from '#kernel/canonical.ts'
import type { CollegeVotes } from './colleges.ts'
import { type CollegeLevels, consensusOn, type Level, votesByLevel } from './consensus.ts'
import { plainJson, readFraction, writeFraction } from './exact.ts'
import { Part, RulesText, rulesFrom, rulesText } from './question-rules.ts'
import { type QuestionRules, type Verdict, verdictOn } from './verdict.ts'

const Whole = z.int().min(0)

export const QuestionPublication = z.object({
  moothall: z.literal('question/1'),
  title: z.string(),
  /** The kind of decision in the constitution: `ordinary`, `membership`. */
  kind: z.string(),
  rules: RulesText,
  colleges: z.array(
    z.object({
      college: z.string(),
      eligible: Whole,
      present: Whole,
      favour: Whole,
      against: Whole,
      abstain: Whole,
      block: Whole,
    }),
  ),
  levels: z
    .array(
      z.object({
        name: z.string(),
        counts: z.enum(['favour', 'against', 'abstain', 'block']),
        most: Part.nullable(),
      }),
    )
    .optional(),
  /** Beside the levels: how many of each college chose which, in the order of the colleges. */
  chosen: z.array(z.record(z.string(), Whole)).optional(),
  outcome: z.object({
    passed: z.boolean(),
    inFavour: z.string(),
    parts: z.array(z.record(z.string(), z.json())),
    checks: z.array(z.record(z.string(), z.json())),
    levels: z.array(z.record(z.string(), z.json())).optional(),
  }),
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
})
export type QuestionPublication = z.output<typeof QuestionPublication>

const Outcome = QuestionPublication.shape.outcome

const outcomeOf = (verdict: Verdict) => Outcome.parse(JSON.parse(plainJson(verdict)))

function fingerprintOf(published: Omit<QuestionPublication, 'fingerprint'>): string {
  return createHash('sha256').update(canonical(published)).digest('hex')
}

type Said = Omit<QuestionPublication, 'outcome' | 'fingerprint'>

/** The levels and what was chosen of them; null for a question without levels. */
function levelsIn({ levels, chosen = [], colleges }: Said) {
  if (!levels) return null
  const read = levels.map(({ most, ...one }): Level => ({
    ...one,
    most: most === null ? null : readFraction(most),
  }))
  const cast = colleges.map(({ college, eligible, present }, at): CollegeLevels => {
    return { college, eligible, present, chosen: chosen[at] ?? {} }
  })
  return { levels: read, cast }
}

/** Law 3: the verdict from what was said alone. */
export function verdictIn(said: Said): Verdict {
  const rules = rulesFrom(said.rules)
  const levelled = levelsIn(said)
  return levelled
    ? consensusOn(levelled.cast, levelled.levels, rules)
    : verdictOn(said.colleges, rules)
}

function publishSaid(said: Said): QuestionPublication {
  const published = { ...said, outcome: outcomeOf(verdictIn(said)) }
  return { ...published, fingerprint: fingerprintOf(published) }
}

type Heading = { title: string; kind: string }

/** Laws 1 and 2. */
export function publishQuestion(
  { title, kind }: Heading,
  colleges: readonly CollegeVotes[],
  rules: QuestionRules,
): QuestionPublication {
  const said = { title, kind, rules: rulesText(rules), colleges: [...colleges] }
  return publishSaid({ moothall: 'question/1', ...said })
}

/** Laws 1 and 2, of consensus with levels. */
export function publishConsensus(
  { title, kind }: Heading,
  { cast, levels }: { cast: readonly CollegeLevels[]; levels: readonly Level[] },
  rules: QuestionRules,
): QuestionPublication {
  return publishSaid({
    moothall: 'question/1',
    title,
    kind,
    rules: rulesText(rules),
    colleges: votesByLevel(cast, levels),
    levels: levels.map(({ most, ...one }) => ({ ...one, most: most && writeFraction(most) })),
    chosen: cast.map(({ chosen }) => ({ ...chosen })),
  })
}

export type Rejudged = { fits: boolean; passed: boolean; differs: string[] }

/** Law 3. */
export function rejudge(publication: QuestionPublication): Rejudged {
  const { fingerprint, ...rest } = publication
  const outcome = outcomeOf(verdictIn(rest))
  const parts = ['passed', 'inFavour', 'parts', 'checks', 'levels'] as const
  const differs: string[] = parts.filter(
    (part) => canonical(outcome[part] ?? null) !== canonical(rest.outcome[part] ?? null),
  )
  const levelled = levelsIn(rest)
  const voted = levelled ? votesByLevel(levelled.cast, levelled.levels) : rest.colleges
  if (canonical(voted) !== canonical(rest.colleges)) differs.push('colleges')
  if (fingerprintOf(rest) !== fingerprint) differs.push('fingerprint')
  return { fits: differs.length === 0, passed: outcome.passed, differs }
}
