/**
 * How it was counted, in three sentences: what the method does, who took part, and where it was closest.
 * Nothing is said that the steps don't hold; where a method has no single closest place, who is elected.
 */
import type { MessageDescriptor } from '@lingui/core'
import type { Count } from './counting.ts'
import { HOW } from './explain-words.ts'
import type { AnyStep, Cast } from './methods.ts'
import { amount, type Sentence, tellStep } from './telling.ts'
import type { Verdict } from './verdict.ts'
import { percent, tellCheck } from './verdict-telling.ts'

const SAID = {
  took: /*i18n*/ {
    id: 'decisions.explain.took',
    message:
      '{papers, plural, one {# paper} other {# papers}} took part, {aside, plural, =0 {none was} one {one was} other {# were}} empty or not valid, for {seats, plural, one {# seat} other {# seats}}.',
  },
  spent: /*i18n*/ {
    id: 'decisions.explain.spent',
    message:
      '{papers, plural, one {# sheet} other {# sheets}} took part, {aside, plural, =0 {none was} one {one was} other {# were}} empty or not valid; {spent} of {whole} is spent.',
  },
  exclusion: /*i18n*/ {
    id: 'decisions.explain.exclusion',
    message:
      'It was closest at stage {stage}: {name} went out with {less}, and {other} stayed with {more}.',
  },
  sums: /*i18n*/ {
    id: 'decisions.explain.sums',
    message:
      'The last elected is {name} with {more}; the next would have been {other} with {less}.',
  },
  runoff: /*i18n*/ {
    id: 'decisions.explain.runoff',
    message: 'In the end {name} has {more} and {other} {less}.',
  },
  elected: /*i18n*/ {
    id: 'decisions.explain.elected',
    message: '{count, plural, =0 {Nobody is elected.} other {Elected: {who}.}}',
  },
} satisfies Record<string, MessageDescriptor>

const nameIn = (cast: Cast) => (one: number) => cast.candidates[one]?.name ?? `${one + 1}`

type Closest = { stage: number; out: number; stayed: number; less: string; more: string }

const gapOf = ({ less, more }: Closest) => Number(more) - Number(less)

/** Who was excluded with how many less than who stayed, at each stage. The gap is only for looking. */
function exclusionsIn(steps: readonly AnyStep[], cast: Cast): Closest[] {
  const found: Closest[] = []
  let standing: readonly string[] = []
  const inside = new Set(cast.candidates.keys())
  for (const [one, { withdrawn }] of cast.candidates.entries()) if (withdrawn) inside.delete(one)
  for (const step of steps) {
    if (step.kind === 'elected') for (const one of step.candidates) inside.delete(one)
    if (step.kind === 'exclusion' || step.kind === 'excluded') {
      inside.delete(step.candidate)
      const less = standing[step.candidate] ?? '0'
      const rest = [...inside].map((one) => ({ one, votes: standing[one] ?? '0' }))
      const next = rest.toSorted((a, b) => Number(a.votes) - Number(b.votes))[0]
      if (next && Number(next.votes) >= Number(less)) {
        const { one: stayed, votes: more } = next
        found.push({ stage: step.stage, out: step.candidate, stayed, less, more })
      }
    }
    if ('votes' in step && 'nonTransferable' in step) standing = step.votes
  }
  return found
}

/** The last elected and the first who isn't, by what they add up to. */
function lastBySums(count: Count<AnyStep>): Record<'more' | 'less', [number, number]> | null {
  const step = count.steps.find(({ kind }) => kind === 'totals' || kind === 'most')
  if (step?.kind !== 'totals' && step?.kind !== 'most') return null
  const sums = step.kind === 'totals' ? step.totals : step.votes.map(Number)
  const all = step.candidates.map((one, at): [number, number] => [one, sums[at] ?? 0])
  const order = all.toSorted(([, a], [, b]) => b - a)
  const more = order.findLast(([one]) => count.elected.includes(one))
  const less = order.find(([one]) => !count.elected.includes(one))
  return more && less ? { more, less } : null
}

/** The third sentence. */
function closestIn(count: Count<AnyStep>, cast: Cast): Sentence {
  const name = nameIn(cast)
  const runoff = count.steps.findLast((step) => step.kind === 'runoff')
  if (runoff) {
    const [a = -1, b = -1] = runoff.finalists
    const [here = 0, there = 0] = runoff.votes
    const first = count.elected.includes(a)
    const [won, lost] = first ? [a, b] : [b, a]
    const [more, less] = first ? [here, there] : [there, here]
    return { message: SAID.runoff, values: { name: name(won), other: name(lost), more, less } }
  }
  const [closest] = exclusionsIn(count.steps, cast).toSorted((a, b) => gapOf(a) - gapOf(b))
  if (closest) {
    const { stage, out, stayed, less, more } = closest
    const values = { stage, name: name(out), other: name(stayed) }
    return {
      message: SAID.exclusion,
      values: { ...values, less: amount(less), more: amount(more) },
    }
  }
  const sums = count.method === 'star' ? null : lastBySums(count)
  if (sums) {
    const [[won, more], [lost, less]] = [sums.more, sums.less]
    return { message: SAID.sums, values: { name: name(won), other: name(lost), more, less } }
  }
  const who = [...new Set(count.elected)].map(name)
  return { message: SAID.elected, values: { count: who.length, who } }
}

/** The second sentence. */
function tookPart(count: Count<AnyStep>, cast: Cast): Sentence {
  const { papers, empty, invalid = 0, seats } = count
  const aside = empty + invalid
  const budget = 'budget' in cast ? cast.budget : undefined
  const spends = count.steps.some(({ kind }) => kind === 'budget')
  if (!budget || !spends) return { message: SAID.took, values: { papers, aside, seats } }
  const spent = count.elected.reduce((sum, one) => sum + (budget.costs[one] ?? 0), 0)
  return { message: SAID.spent, values: { papers, aside, spent, whole: budget.whole } }
}

/** Three sentences beside the outcome of a count, and the warning where plurality needs one. */
export function explainCount(count: Count<AnyStep>, cast: Cast): Sentence[] {
  const how = HOW[count.method]
  const first: Sentence[] = how ? [{ message: how, values: {} }] : []
  const warned = count.steps.flatMap((step) =>
    step.kind === 'minority'
      ? tellStep(
          step,
          cast.candidates.map(({ name }) => name),
        )
      : [],
  )
  return [...first, tookPart(count, cast), closestIn(count, cast), ...warned]
}

const JUDGED = {
  flat: /*i18n*/ {
    id: 'decisions.explain.flat',
    message: 'Every voter counts one: {favour} of {base} are in favour, {share} %.',
  },
  classes: /*i18n*/ {
    id: 'decisions.explain.classes',
    message: 'Each class holds its part of the whole: {list}. Together {share} % are in favour.',
  },
  passed: /*i18n*/ {
    id: 'decisions.explain.passed',
    message: 'All that the rules ask for holds, so it passes.',
  },
  failed: /*i18n*/ {
    id: 'decisions.explain.failed',
    message:
      '{failed, plural, one {One thing} other {# things}} that the rules ask for {failed, plural, one {does} other {do}} not hold, so it does not pass.',
  },
}

/** Three sentences beside a verdict: what was held, the check that decided, and what follows. */
export function explainVerdict({ passed, parts, inFavour, checks }: Verdict): Sentence[] {
  const share = percent(inFavour)
  const favour = parts.reduce((sum, part) => sum + part.favour, 0)
  const base = parts.reduce((sum, part) => sum + part.base, 0)
  const list = parts.map((part) => `${part.college} ${percent(part.share)} %`)
  const held: Sentence =
    parts.length > 1
      ? { message: JUDGED.classes, values: { list, share } }
      : { message: JUDGED.flat, values: { favour, base, share } }
  const failed = checks.filter(({ fine }) => !fine)
  const decided = (passed ? checks : failed).slice(0, 1).map(tellCheck)
  const end = { message: passed ? JUDGED.passed : JUDGED.failed, values: { failed: failed.length } }
  return [held, ...decided, end]
}
