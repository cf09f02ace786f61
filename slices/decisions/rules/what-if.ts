/**
 * What if: decisions that were published, counted again under other rules.
 * 1. The ballots stay as they were cast. Whether people would have voted otherwise under other rules
 *    nobody knows, and nothing here says it.
 * 2. An **election** is counted by another method, with the lot that it had. Ballots that don't say what
 *    the method asks are not told (conversion.ts).
 * 3. A **question** is judged by the rules that a constitution has for its kind, or for every kind (`*`),
 *    laid over those it had: what the constitution doesn't say stays as it was.
 * 4. An outcome **flips** when others are elected, or when a yes becomes a no or a no a yes.
 */
import { z } from 'zod'
import { isRefusal, refuse, type Refusal } from '#kernel/change.ts'
import { castFor } from './conversion.ts'
import { explainCount } from './explaining.ts'
import { countBy, METHOD_NAMES } from './methods.ts'
import { Publication, publishedCast } from './publication.ts'
import { QuestionPublication, verdictIn } from './question-publication.ts'
import { RulesText } from './question-rules.ts'
import type { Sentence } from './telling.ts'
import type { Verdict } from './verdict.ts'
import { tellCheck } from './verdict-telling.ts'

export const AnyPublication = z.discriminatedUnion('moothall', [Publication, QuestionPublication])
export type AnyPublication = z.output<typeof AnyPublication>

/** Other rules: a method for elections, and rules of questions by their kind, `*` for every kind. */
export const OtherRules = z.object({
  elections: z
    .object({ method: z.string().refine((name) => METHOD_NAMES.includes(name)) })
    .optional(),
  questions: z.record(z.string(), RulesText.partial()).optional(),
})
export type OtherRules = z.output<typeof OtherRules>

export type Told =
  | { title: string; flips: boolean; before: number[]; after: number[]; why: Sentence[] }
  | { title: string; flips: boolean; before: boolean; after: boolean; why: Sentence[] }
  | { title: string; untold: Refusal }

const SAID = {
  instead: /*i18n*/ {
    id: 'decisions.what-if.instead',
    message: 'Elected instead: {now}. No longer elected: {gone}.',
  },
  also: /*i18n*/ { id: 'decisions.what-if.also', message: 'Elected: {now}.' },
  nobody: /*i18n*/ { id: 'decisions.what-if.nobody', message: 'No longer elected: {gone}.' },
  same: /*i18n*/ { id: 'decisions.what-if.same', message: 'The same are elected: {now}.' },
}

/** Who is elected instead of whom, or that they are the same. */
export function tellElected(
  before: readonly number[],
  after: readonly number[],
  name: (one: number) => string,
): Sentence {
  const now = after.filter((one) => !before.includes(one)).map(name)
  const gone = before.filter((one) => !after.includes(one)).map(name)
  if (now.length + gone.length === 0)
    return { message: SAID.same, values: { now: after.map(name) } }
  if (now.length === 0) return { message: SAID.nobody, values: { gone } }
  if (gone.length === 0) return { message: SAID.also, values: { now } }
  return { message: SAID.instead, values: { now, gone } }
}

/** Law 2. */
function tellElection(publication: Publication, method: string): Told {
  const { title, candidates, outcome } = publication
  const published = publishedCast(publication)
  const cast = isRefusal(published) ? published : castFor(method, published)
  if (isRefusal(cast)) return { title, untold: cast }
  const counted = countBy(method, cast, publication.lot?.map((one) => one - 1) ?? null)
  if (isRefusal(counted)) return { title, untold: counted }
  const before = outcome.elected.toSorted((a, b) => a - b)
  const after = counted.elected.map((one) => one + 1).toSorted((a, b) => a - b)
  const flips = before.join() !== after.join()
  const said = tellElected(before, after, (one) => candidates[one - 1]?.name ?? `${one}`)
  const why = flips ? [said, ...explainCount(counted, cast)] : [said]
  return { title, flips, before, after, why }
}

/** The checks that speak for the outcome: those that failed, or all that hold. */
function deciding({ passed, checks }: Verdict): Sentence[] {
  return checks.filter(({ fine }) => fine === passed).map(tellCheck)
}

/** Law 3. */
function tellQuestion(
  publication: QuestionPublication,
  questions: NonNullable<OtherRules['questions']>,
): Told {
  const { title, kind, rules, outcome } = publication
  const other = questions[kind] ?? questions['*']
  if (!other) return { title, untold: refuse('kind-unknown', { kind }) }
  const said = RulesText.parse({ ...rules, ...other })
  const verdict = verdictIn({ ...publication, rules: said })
  const { passed: after } = verdict
  const before = outcome.passed
  return { title, flips: before !== after, before, after, why: deciding(verdict) }
}

/** One published decision under other rules. What they don't speak of is told as it was not. */
export function whatIf(publication: AnyPublication, { elections, questions }: OtherRules): Told {
  if (publication.moothall === 'question/1') return tellQuestion(publication, questions ?? {})
  if (elections) return tellElection(publication, elections.method)
  return { title: publication.title, untold: refuse('elections-unsaid') }
}
