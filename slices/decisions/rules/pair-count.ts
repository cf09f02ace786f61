/** What counts in pairs share: one seat, the table of pairs first, a lot where several come out level. */
import { refuse, type Refusal } from '#kernel/change.ts'
import type { Counted } from './counting.ts'
import { condorcetWinner, type Pairs, pairsOf } from './pairwise.ts'
import { type PairStep, pairsStep } from './pair-steps.ts'
import type { Election } from './papers.ts'
import { firstInLot, type Lot } from './ties.ts'

/** What a method finds: its steps, and the candidates that come out first, by index. */
export type Found = { steps: PairStep[]; first: number[] }

function finish(pairs: Pairs, { first, steps }: Found, lot: Lot): PairStep[] | Refusal {
  const [only] = first
  if (only === undefined) return steps
  if (first.length > 1 && !lot) return refuse('tie-undecided', { among: first })
  const candidate = first.length > 1 ? firstInLot(lot ?? [], first) : only
  const broken: PairStep[] =
    first.length > 1
      ? [{ kind: 'tie', among: first, chosen: candidate, purpose: 'elect', by: 'lot' }]
      : []
  const why = condorcetWinner(pairs) === candidate ? 'every-duel' : 'method'
  return [...steps, ...broken, { kind: 'preferred', candidate, why }]
}

/** Counts one seat by a method that compares pairs. Refuses more seats, and ties without a rule. */
export function countPairs(
  election: Election,
  lot: Lot,
  method: { name: string; find(pairs: Pairs, lot: Lot): Found | Refusal },
): Counted<PairStep> {
  const { seats } = election
  if (seats !== 1) return refuse('one-seat-only', { method: method.name, seats })
  const pairs = pairsOf(election)
  const found = method.find(pairs, lot)
  if ('refused' in found) return found
  const steps = finish(pairs, found, lot)
  if ('refused' in steps) return steps
  const elected = steps.flatMap((step) => (step.kind === 'preferred' ? [step.candidate] : []))
  const { papers, empty } = pairs
  const all = [pairsStep(pairs), ...steps]
  return { method: method.name, seats, papers, empty, elected, rounds: 1, steps: all }
}
