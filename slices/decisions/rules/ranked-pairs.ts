/**
 * Ranked pairs (T. N. Tideman, "Independence of clones as a criterion for voting rules", 1987;
 * T. M. Zavist and Tideman, 1989).
 * 1. Every duel that somebody wins is taken, the strongest first: the one with more winning votes, of
 *    equal ones the one with fewer against.
 * 2. It stands unless it would close a circle with those that stand already.
 * 3. Duels as strong as each other: where all of them can stand, their order doesn't matter. Else the
 *    lot orders them: by the winner first in it, then by the loser last in it.
 * 4. Whoever loses no duel that stands is elected; several such are level, and the lot decides.
 *
 * Example: the same 45 papers. B over D stands with 33, then E over D, A over D, C over B; D over C would
 * close a circle with C over B over D and is left out; so on, and nobody over A stands. (condorcet.test.ts)
 */
import { refuse, type Refusal } from '#kernel/change.ts'
import type { Counted } from './counting.ts'
import { countPairs, type Found } from './pair-count.ts'
import type { Duel, PairStep } from './pair-steps.ts'
import { type Pairs, preferring } from './pairwise.ts'
import type { Election } from './papers.ts'
import type { Lot } from './ties.ts'

function wonDuels(pairs: Pairs): Duel[] {
  return pairs.standing.flatMap((over, row) =>
    pairs.standing.flatMap((under, column) => {
      const votes = preferring(pairs, row, column)
      const against = preferring(pairs, column, row)
      return votes > against ? [{ over, under, votes, against }] : []
    }),
  )
}

const stronger = (a: Duel, b: Duel) => b.votes - a.votes || a.against - b.against

/** What stands so far: from whom one gets to whom. */
type Standing = Map<number, Set<number>>

const reach = (stands: Standing, from: number, to: number) =>
  from === to || (stands.get(from)?.has(to) ?? false)

function lock(stands: Standing, { over, under }: Duel): void {
  const behind = [under, ...(stands.get(under) ?? [])]
  const before = [over, ...[...stands].filter(([, to]) => to.has(over)).map(([from]) => from)]
  for (const from of before) {
    const to = stands.get(from) ?? new Set<number>()
    for (const one of behind) to.add(one)
    stands.set(from, to)
  }
}

/** Law 3: groups of duels as strong as each other. */
function groupsOf(duels: Duel[]): Duel[][] {
  const groups: Duel[][] = []
  for (const duel of duels.toSorted(stronger)) {
    const last = groups.at(-1)
    if (last?.[0] && stronger(last[0], duel) === 0) last.push(duel)
    else groups.push([duel])
  }
  return groups
}

/** The duels of one group in turn; says which stand. */
function lockGroup(stands: Standing, group: Duel[]): PairStep[] {
  return group.map((duel): PairStep => {
    if (reach(stands, duel.under, duel.over)) return { kind: 'skipped', ...duel }
    lock(stands, duel)
    return { kind: 'locked', ...duel }
  })
}

function find(pairs: Pairs, lot: Lot): Found | Refusal {
  const stands: Standing = new Map()
  const steps: PairStep[] = []
  for (const group of groupsOf(wonDuels(pairs))) {
    const possible = group.filter(({ over, under }) => !reach(stands, under, over))
    const place = (one: number) => lot?.indexOf(one) ?? 0
    const ordered = group.toSorted(
      (a, b) => place(a.over) - place(b.over) || place(b.under) - place(a.under),
    )
    const taken = lockGroup(stands, ordered)
    const stood = taken.filter(({ kind }) => kind === 'locked').length
    if (!lot && stood < possible.length)
      return refuse('tie-undecided', { among: [...new Set(possible.map(({ over }) => over))] })
    steps.push(...taken)
  }
  const beaten = new Set([...stands.values()].flatMap((to) => [...to]))
  return { steps, first: pairs.standing.filter((one) => !beaten.has(one)) }
}

/** Counts by ranked pairs. Refuses more seats than one, and a tie that no rule decides. */
export function countRankedPairs(election: Election, lot: Lot): Counted<PairStep> {
  return countPairs(election, lot, { name: 'ranked-pairs', find })
}
