/**
 * One small picture of a count, as plain data; the page draws it.
 * 1. **Flows** for counts by transfers and runoffs: who holds how many after each stage, and what went
 *    from whom to whom in between; to nobody is what no longer counts. The flows out of a stage and what
 *    stays are all that was there.
 * 2. **Bars** for all other counts: what each holds by the method's own measure, and who is elected.
 * 3. **Classes** for questions: a bar a class, as wide as its part of the whole, filled by who of it is in
 *    favour; and the threshold as a line.
 */
import type { Count, Standing } from './counting.ts'
import { type Fraction, minus, readFraction, writeFraction, ZERO } from './exact.ts'
import type { AnyStep } from './methods.ts'
import { amount } from './telling.ts'
import type { Verdict } from './verdict.ts'

export type Flow = { stage: number; from: number; to: number | null; votes: string }
export type Bar = { who: number; amount: string; won: boolean }

/** Of a choice among options. */
export type CountPicture =
  | { kind: 'flows'; stages: ({ stage: number } & Standing)[]; flows: Flow[] }
  | { kind: 'bars'; bars: Bar[] }

export type Picture =
  | CountPicture
  | {
      kind: 'classes'
      bars: { college: string; share: string; inFavour: string }[]
      line: string | null
    }

type Stage = { stage: number } & Standing

const exactly = (text: string): Fraction => readFraction(text) ?? ZERO

/** What went from one to others between two stages of a runoff. */
function betweenRounds(before: Stage, after: Stage, from: number): Flow[] {
  const { stage } = after
  const gain = (now = '0', then = '0') => minus(exactly(now), exactly(then))
  const to = after.votes.flatMap((votes, one): Flow[] => {
    const more = gain(votes, before.votes[one])
    return more.over > 0n && one !== from
      ? [{ stage, from, to: one, votes: writeFraction(more) }]
      : []
  })
  const lost = gain(after.nonTransferable, before.nonTransferable)
  return lost.over > 0n ? [...to, { stage, from, to: null, votes: writeFraction(lost) }] : to
}

/** Law 1. */
function flowsOf(steps: readonly AnyStep[]): CountPicture | null {
  const stages: Stage[] = []
  const flows: Flow[] = []
  let out: number | null = null
  for (const step of steps) {
    if (step.kind === 'excluded') out = step.candidate
    if (!('nonTransferable' in step) || step.kind === 'meek') continue
    const { stage, votes, nonTransferable } = step
    const here = { stage, votes, nonTransferable }
    const before = stages.at(-1)
    if (step.kind === 'round' && before && out !== null)
      flows.push(...betweenRounds(before, here, out))
    if (step.kind === 'surplus' || step.kind === 'exclusion')
      for (const { to, lost } of step.moved) {
        const from = step.candidate
        flows.push(
          ...to.map(({ candidate, votes: some }) => ({ stage, from, to: candidate, votes: some })),
        )
        if (amount(lost) !== '0') flows.push({ stage, from, to: null, votes: lost })
      }
    stages.push(here)
  }
  return stages.length > 0 ? { kind: 'flows', stages, flows } : null
}

type Measured = { candidates: readonly number[]; amounts: readonly (number | string)[] }

/** What a step measures each by; null for a step that measures nobody. */
function measuredIn(step: AnyStep): Measured | null {
  switch (step.kind) {
    case 'totals':
      return { candidates: step.candidates, amounts: step.totals }
    case 'most':
      return { candidates: step.candidates, amounts: step.votes }
    case 'grades':
      return { candidates: step.candidates, amounts: step.middle }
    case 'seats':
      return { candidates: step.candidates, amounts: step.seats }
    case 'budget':
      return { candidates: [...step.support.keys()], amounts: step.support }
    case 'meek':
      return { candidates: [...step.votes.keys()], amounts: step.votes }
    case 'points':
      return { candidates: step.standing, amounts: step.halves.map((half) => `${half}/2`) }
    case 'pairs': {
      const won = step.standing.map(
        (_, row) =>
          step.standing.filter(
            (__, to) => (step.wins[row]?.[to] ?? 0) > (step.wins[to]?.[row] ?? 0),
          ).length,
      )
      return { candidates: step.standing, amounts: won }
    }
    default:
      return null
  }
}

const textOf = (measured: number | string) =>
  typeof measured === 'number' ? `${measured}` : writeFraction(exactly(measured))

/** The picture of a count: laws 1 and 2. */
export function pictureOf(count: Count<AnyStep>): CountPicture {
  const flows = flowsOf(count.steps)
  if (flows) return flows
  const points = count.steps.find(({ kind }) => kind === 'points')
  const last = points ?? count.steps.findLast((step) => measuredIn(step) !== null)
  const measured = last ? measuredIn(last) : null
  const loads = count.steps.flatMap((step) =>
    step.kind === 'loaded' ? [{ who: step.candidate, amount: `${step.approving}`, won: true }] : [],
  )
  const bars = (measured?.candidates ?? []).map((who, at) => ({
    who,
    amount: textOf(measured?.amounts[at] ?? 0),
    won: count.elected.includes(who),
  }))
  return { kind: 'bars', bars: bars.length > 0 ? bars : loads }
}

/** The picture of a verdict: law 3. */
export function pictureOfVerdict({ parts, checks }: Verdict): Picture {
  const threshold = checks.find((check) => check.kind === 'threshold')
  return {
    kind: 'classes',
    bars: parts.map(({ college, share, inFavour }) => ({
      college,
      share: writeFraction(share),
      inFavour: writeFraction(inFavour),
    })),
    line: threshold?.kind === 'threshold' ? writeFraction(threshold.needed.reach) : null,
  }
}
