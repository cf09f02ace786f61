/**
 * STAR: score, then automatic runoff (Frohnmayer 2014; rules and ties as starvoting.org publishes
 * them, "Official Tiebreaker Protocol").
 * 1. Marks are added, as in score. The two highest are the finalists.
 * 2. Every sheet counts for the finalist it marks higher; one that marks both alike counts for neither.
 *    Whoever has more is elected.
 * 3. Level for a place among the finalists: in duels among the level ones, whoever loses the most is
 *    dropped, again and again; then those with the most marks at the top of the scale go on; then the
 *    lot decides.
 * 4. Level in the runoff: the higher sum, then the most marks at the top, then the lot.
 * 5. There is one seat. A single candidate is elected without a runoff.
 *
 * Example: five sheets, 3 give a 5 and b 1, 2 give b 4. The sums are 15 and 11; both meet, and a is
 * marked higher on 3 sheets, b on 2: a is elected. (explaining.test.ts)
 */
import { refuse } from '#kernel/change.ts'
import type { Counted, TieBroken } from './counting.ts'
import type { MarkStep } from './mark-steps.ts'
import { type Marked, type Sheet, sheetsToCount, type Taken, totalsOf } from './sheets.ts'
import { highestOf, lowestOf } from './stages.ts'
import { firstInLot, type Lot } from './ties.ts'

type Table = { taken: Taken; marked: Marked; totals: number[]; tops: number[]; lot: Lot }

const given = ({ marks }: Sheet, one: number, { scale }: Marked) => marks.get(one) ?? scale.least

/** How many sheets mark `a` higher than `b`. */
export function preferringIn({ sheets }: Taken, marked: Marked, a: number, b: number): number {
  return sheets
    .filter((sheet) => given(sheet, a, marked) > given(sheet, b, marked))
    .reduce((sum, { count }) => sum + count, 0)
}

/** How many duels each loses among those who are level, by index. */
function lossesIn({ taken, marked }: Table, level: readonly number[]): number[] {
  const losses: number[] = marked.candidates.map(() => 0)
  for (const one of level)
    losses[one] = level.filter(
      (other) => preferringIn(taken, marked, other, one) > preferringIn(taken, marked, one, other),
    ).length
  return losses
}

type Told = { chosen: number; by: TieBroken['by'] } | null

/** Law 3: one of those who are level. */
function tellApart(table: Table, level: readonly number[]): Told {
  let left = level
  for (;;) {
    const losses = lossesIn(table, left)
    const worst = highestOf(left, losses)
    if (worst.length === left.length) break
    left = left.filter((one) => !worst.includes(one))
  }
  const [only] = left
  if (left.length === 1 && only !== undefined) return { chosen: only, by: 'duels' }
  return byTops(table, left)
}

/** The most marks at the top of the scale, then the lot. */
function byTops({ tops, lot }: Table, level: readonly number[]): Told {
  const most = highestOf(level, tops)
  const [only] = most
  if (most.length === 1 && only !== undefined) return { chosen: only, by: 'top-marks' }
  return lot ? { chosen: firstInLot(lot, most), by: 'lot' } : null
}

/** Laws 1 and 3: the finalists, or between whom no rule decides. */
function finalistsOf(table: Table, steps: MarkStep[]): { finalists: number[]; stuck: number[] } {
  const finalists: number[] = []
  let left = table.taken.standing
  while (finalists.length < 2 && left.length > 0) {
    const level = highestOf(left, table.totals)
    if (level.length + finalists.length <= 2) finalists.push(...level)
    else {
      const told = tellApart(table, level)
      if (!told) return { finalists, stuck: level }
      steps.push({ kind: 'tie', among: level, purpose: 'runoff', ...told })
      finalists.push(told.chosen)
    }
    left = left.filter((one) => !finalists.includes(one))
  }
  return { finalists, stuck: [] }
}

/** Laws 2 and 4. */
function winnerOf(table: Table, [a = -1, b = -1]: number[], steps: MarkStep[]): number | null {
  const { taken, marked, totals } = table
  const votes = [preferringIn(taken, marked, a, b), preferringIn(taken, marked, b, a)]
  const [here = 0, there = 0] = votes
  steps.push({ kind: 'runoff', finalists: [a, b], votes, alike: taken.papers - here - there })
  if (here !== there) return here > there ? a : b
  const [higher, lower] = [highestOf([a, b], totals), lowestOf([a, b], totals)]
  const [only = -1] = higher
  const told: Told =
    higher.length + lower.length === 2 ? { chosen: only, by: 'total' } : byTops(table, [a, b])
  if (told) steps.push({ kind: 'tie', among: [a, b], purpose: 'elect', ...told })
  return told?.chosen ?? null
}

/** Counts by STAR. Refuses more than one seat, and a tie that no rule decides. */
export function countStar(marked: Marked, lot: Lot): Counted<MarkStep> {
  const { seats, candidates, scale } = marked
  if (seats !== 1) return refuse('one-seat-only', { method: 'star', seats })
  const taken = sheetsToCount(marked)
  const { standing, papers, empty, invalid, sheets } = taken
  const totals = totalsOf(taken, marked)
  const tops = candidates.map((_, one) =>
    sheets.reduce((sum, sheet) => sum + (sheet.marks.get(one) === scale.most ? sheet.count : 0), 0),
  )
  const of = (all: number[]) => standing.map((one) => all[one] ?? 0)
  const steps: MarkStep[] = [
    {
      kind: 'totals',
      papers,
      invalid,
      candidates: standing,
      totals: of(totals),
      support: of(tops),
    },
  ]
  const table = { taken, marked, totals, tops, lot }
  const { finalists, stuck } = finalistsOf(table, steps)
  if (stuck.length > 0) return refuse('tie-undecided', { among: stuck })
  const winner = finalists.length === 2 ? winnerOf(table, finalists, steps) : (finalists[0] ?? -1)
  if (winner === null) return refuse('tie-undecided', { among: finalists })
  const elected = winner === -1 ? [] : [winner]
  steps.push({ kind: 'elected', stage: 1, candidates: elected, why: 'most' })
  return { method: 'star', seats, papers, empty, invalid, elected, rounds: 2, steps }
}
