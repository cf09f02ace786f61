/**
 * Majority judgment (M. Balinski and R. Laraki, "A theory of measuring, electing, and ranking", PNAS
 * 104, 2007; "Majority Judgment", MIT Press, 2011).
 * 1. Every sheet gives each candidate a grade, a mark of the scale from the worst to the best. Whoever
 *    is left out is given the worst ("to reject").
 * 2. The **grade of the majority** is the one in the middle of all grades in order, the lower of two:
 *    more than half, or half, gave at least it. The highest wins.
 * 3. Of those with equal ones, one such grade is taken away from each and the middle is looked for
 *    again, as often as needed, until they differ (their tie rule, "majority-value").
 * 4. Only those with all grades alike are level; the lot decides. Several seats go down that order.
 *
 * Example: x has good, good, fair, poor; y has excellent, fair, fair, fair. The lower of the two in the
 * middle is fair for both. Taken away, good is in the middle for x and fair for y: x wins.
 * (majority-judgment.test.ts)
 */
import { refuse } from '#kernel/change.ts'
import { checkGroups, mayElect } from './at-least.ts'
import type { Counted } from './counting.ts'
import type { MarkStep } from './mark-steps.ts'
import { seatHighest } from './plurality.ts'
import { type Marked, type Sheet, sheetsToCount } from './sheets.ts'
import type { Lot } from './ties.ts'

/** How many gave a candidate each grade, from the worst to the best. */
function gradesOf(one: number, sheets: readonly Sheet[], { scale }: Marked): number[] {
  const table = Array.from({ length: scale.most - scale.least + 1 }, () => 0)
  for (const { marks, count } of sheets) {
    const grade = (marks.get(one) ?? scale.least) - scale.least
    table[grade] = (table[grade] ?? 0) + count
  }
  return table
}

/** Grades in order as runs: so many of this grade up to this place. */
type Run = { grade: number; to: number }

function runsOf(table: readonly number[]): Run[] {
  let to = 0
  return table.flatMap((count, grade) => (count === 0 ? [] : [{ grade, to: (to += count) }]))
}

const gradeAt = (runs: readonly Run[], place: number) =>
  runs.find(({ to }) => place < to)?.grade ?? 0

/**
 * When a place of the ordered grades is in the middle: the middle first, then by turns on the side
 * where more are left. With an even number the lower of two is in the middle, so the upper side begins.
 */
function turnOf(place: number, papers: number): number {
  const middle = Math.floor((papers - 1) / 2)
  const apart = Math.abs(place - middle)
  const begins = papers % 2 === 0 ? place > middle : place < middle
  return begins ? apart * 2 - 1 : apart * 2
}

type Apart = { sign: number; taken: number; grades: [number, number] }

/** Laws 2 and 3: below zero when the first comes before the second, and where they differ. */
export function compareGrades(a: readonly number[], b: readonly number[]): Apart {
  const papers = a.reduce((sum, count) => sum + count, 0)
  const middle = Math.floor((papers - 1) / 2)
  const [here, there] = [runsOf(a), runsOf(b)]
  // Between two ends of runs nobody changes, so the place nearest to the middle speaks for all.
  const ends = [
    ...new Set([0, ...here, ...there].map((run) => (typeof run === 'number' ? run : run.to))),
  ]
  const places = ends
    .toSorted((x, y) => x - y)
    .flatMap((from, at, all) => {
      const to = (all[at + 1] ?? from) - 1
      return to < from ? [] : [Math.min(Math.max(middle, from), to)]
    })
  const apart = places.filter((place) => gradeAt(here, place) !== gradeAt(there, place))
  const first = apart.toSorted((x, y) => turnOf(x, papers) - turnOf(y, papers))[0]
  if (first === undefined) return { sign: 0, taken: papers, grades: [0, 0] }
  const grades: [number, number] = [gradeAt(here, first), gradeAt(there, first)]
  return { sign: Math.sign(grades[1] - grades[0]), taken: turnOf(first, papers), grades }
}

/** How the last seat was won from those with the same grade in the middle. */
function tellApart(elected: number[], others: number[], tables: number[][], least: number) {
  const last = elected.at(-1)
  if (last === undefined) return []
  return others.flatMap((over): MarkStep[] => {
    const { taken, grades } = compareGrades(tables[last] ?? [], tables[over] ?? [])
    const [a, b] = grades
    if (taken === 0 || a === b) return []
    return [{ kind: 'apart', candidate: last, over, taken, grades: [a + least, b + least] }]
  })
}

/** Counts by majority judgment. Refuses a tie at the last seat that no rule decides. */
export function countMajorityJudgment(marked: Marked, lot: Lot): Counted<MarkStep> {
  const { seats, candidates, scale, groups = [] } = marked
  const { sheets, standing, papers, empty, invalid } = sheetsToCount(marked)
  const refused = checkGroups({ elected: [], among: standing, seats, groups })
  if (refused) return refused
  const tables = candidates.map((_, one) => gradesOf(one, sheets, marked))
  const compare = (a: number, b: number) => compareGrades(tables[a] ?? [], tables[b] ?? []).sign
  const fits = (elected: number[], among: number[], one: number) =>
    mayElect({ elected, among, seats, groups }, one)
  const { elected, ties, stuck } = seatHighest(standing, seats, { lot, compare, fits })
  if (stuck) return refuse('tie-undecided', { among: stuck })
  const middle = Math.floor((papers - 1) / 2)
  const steps: MarkStep[] = [
    {
      kind: 'grades',
      candidates: standing,
      table: standing.map((one) => tables[one] ?? []),
      middle: standing.map((one) => gradeAt(runsOf(tables[one] ?? []), middle) + scale.least),
    },
    ...tellApart(
      elected,
      standing.filter((one) => !elected.includes(one)),
      tables,
      scale.least,
    ),
    ...ties,
    { kind: 'elected', stage: 1, candidates: elected, why: 'most' },
  ]
  return { method: 'majority-judgment', seats, papers, empty, invalid, elected, rounds: 1, steps }
}
