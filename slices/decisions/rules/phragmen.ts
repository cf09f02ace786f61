/**
 * Proportional approval: Phragmén's sequential rule (E. Phragmén 1894; S. Janson, "Phragmén's and
 * Thiele's election methods", 2016; Brill, Freeman, Janson and Lackner, "Phragmén's voting methods and
 * justified representation", Mathematical Programming 203, 2024).
 * 1. Everybody elected is a load of one, carried by the sheets that approve of them.
 * 2. Seat by seat, whoever can be elected with the smallest load on any one sheet is: the load of one
 *    and what their sheets carry already is shared out among these evenly, so that each carries the
 *    same. The loads are fractions and exact.
 * 3. A group of a third of all sheets that approves of the same candidates has about a third of the
 *    seats, whatever the others approve of.
 * 4. Equal loads: the lot. Whoever nobody approves of is elected by lot, and only when no one else is
 *    left to fill a seat.
 *
 * Example: 3 c d, 2 a b, 2 a c, 1 b d, for three seats. c is on 5 sheets, a load of 1/5 each: the
 * smallest. Then b, on 3 sheets that carry nothing: 1/3 each. Then d, on 4 sheets, of which 3 carry 1/5
 * and one 1/3: one and 14/15 by 4 is 29/60; a would be (1 + 16/15) by 4, 31/60. (phragmen.test.ts)
 */
import { refuse } from '#kernel/change.ts'
import { checkGroups, mayElect } from './at-least.ts'
import type { Counted } from './counting.ts'
import { compare, fraction, type Fraction, ONE, plus, times, writeFraction, ZERO } from './exact.ts'
import type { MarkStep } from './mark-steps.ts'
import { type Marked, sheetsToCount, type Taken } from './sheets.ts'
import { firstInLot, type Lot } from './ties.ts'

/** Sheets carry few different loads: one a seat filled so far. `carries[sheet]` says which. */
type Loads = { levels: Fraction[]; carries: number[] }

/** Law 2: what every sheet that approves of one would carry; null when there is none. */
function loadWith(one: number, { sheets }: Taken, { levels, carries }: Loads): Fraction | null {
  const held = levels.map(() => 0)
  let approving = 0
  for (const [at, { marks, count }] of sheets.entries()) {
    if (marks.get(one) !== 1) continue
    const level = carries[at] ?? 0
    held[level] = (held[level] ?? 0) + count
    approving += count
  }
  if (approving === 0) return null
  const all = held.reduce(
    (sum, count, level) => plus(sum, times(levels[level] ?? ZERO, fraction(BigInt(count)))),
    ONE,
  )
  return times(all, fraction(1n, BigInt(approving)))
}

type Best = { load: Fraction | null; level: number[] }

/** Those with the smallest load; whom nobody approves of comes after all others. */
function smallest(among: readonly number[], taken: Taken, loads: Loads): Best {
  return among.reduce<Best>(
    (best, one) => {
      const load = loadWith(one, taken, loads)
      if (best.level.length === 0) return { load, level: [one] }
      if (!load) return best.load ? best : { load, level: [...best.level, one] }
      const gap = best.load ? compare(load, best.load) : -1
      if (gap > 0) return best
      return gap < 0 ? { load, level: [one] } : { load, level: [...best.level, one] }
    },
    { load: null, level: [] },
  )
}

/** Counts by Phragmén's rule. Refuses a tie that no rule decides. */
export function countPhragmen(marked: Marked, lot: Lot): Counted<MarkStep> {
  const { seats, groups = [] } = marked
  const taken = sheetsToCount(marked)
  const { standing, papers, empty, invalid, sheets } = taken
  const refused = checkGroups({ elected: [], among: standing, seats, groups })
  if (refused) return refused
  const loads: Loads = { levels: [ZERO], carries: sheets.map(() => 0) }
  const elected: number[] = []
  const steps: MarkStep[] = []
  while (elected.length < Math.min(seats, standing.length)) {
    const left = standing.filter((one) => !elected.includes(one))
    const open = left.filter((one) => mayElect({ elected, among: left, seats, groups }, one))
    const { load, level } = smallest(open, taken, loads)
    if (level.length > 1 && !lot) return refuse('tie-undecided', { among: level })
    const candidate = level.length > 1 ? firstInLot(lot ?? [], level) : (level[0] ?? -1)
    if (level.length > 1)
      steps.push({ kind: 'tie', among: level, chosen: candidate, purpose: 'elect', by: 'lot' })
    elected.push(candidate)
    loads.levels.push(load ?? ZERO)
    let approving = 0
    for (const [at, { marks, count }] of sheets.entries())
      if (marks.get(candidate) === 1) {
        loads.carries[at] = loads.levels.length - 1
        approving += count
      }
    const told = writeFraction(load ?? ZERO)
    steps.push({ kind: 'loaded', seat: elected.length, candidate, approving, load: told })
  }
  const rounds = elected.length
  steps.push({ kind: 'elected', stage: rounds, candidates: elected, why: 'most' })
  return { method: 'phragmen', seats, papers, empty, invalid, elected, rounds, steps }
}
