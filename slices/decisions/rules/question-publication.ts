/**
 * What is published of a question, and judging it again.
 * 1. A publication holds the kind of decision, the rules, how each college voted in numbers, and every
 *    check with what it held and needed. Nobody who voted is in it.
 * 2. Its fingerprint is the SHA-256 of the canonical JSON (RFC 8785) of all the rest.
 * 3. It fits when the verdict from rules and numbers alone is the same, and so is the fingerprint.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonical } from '#kernel/canonical.ts'
import type { CollegeVotes } from './colleges.ts'
import { plainJson } from './exact.ts'
import { RulesText, rulesFrom, rulesText } from './question-rules.ts'
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
  outcome: z.object({
    passed: z.boolean(),
    inFavour: z.string(),
    parts: z.array(z.record(z.string(), z.json())),
    checks: z.array(z.record(z.string(), z.json())),
  }),
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
})
export type QuestionPublication = z.output<typeof QuestionPublication>

const Outcome = QuestionPublication.shape.outcome

const outcomeOf = (verdict: Verdict) => Outcome.parse(JSON.parse(plainJson(verdict)))

function fingerprintOf(published: Omit<QuestionPublication, 'fingerprint'>): string {
  return createHash('sha256').update(canonical(published)).digest('hex')
}

/** Laws 1 and 2. */
export function publishQuestion(
  { title, kind }: { title: string; kind: string },
  colleges: readonly CollegeVotes[],
  rules: QuestionRules,
): QuestionPublication {
  const published: Omit<QuestionPublication, 'fingerprint'> = {
    moothall: 'question/1',
    title,
    kind,
    rules: rulesText(rules),
    colleges: [...colleges],
    outcome: outcomeOf(verdictOn(colleges, rules)),
  }
  return { ...published, fingerprint: fingerprintOf(published) }
}

export type Rejudged = { fits: boolean; passed: boolean; differs: string[] }

/** Law 3. */
export function rejudge(publication: QuestionPublication): Rejudged {
  const { fingerprint, ...rest } = publication
  const outcome = outcomeOf(verdictOn(rest.colleges, rulesFrom(rest.rules)))
  const parts = ['passed', 'inFavour', 'parts', 'checks'] as const
  const differs: string[] = parts.filter(
    (part) => canonical(outcome[part]) !== canonical(rest.outcome[part]),
  )
  if (fingerprintOf(rest) !== fingerprint) differs.push('fingerprint')
  return { fits: differs.length === 0, passed: outcome.passed, differs }
}
