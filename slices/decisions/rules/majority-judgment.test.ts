import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '#kernel/change.ts'
import { drawnSheets, markedOf } from '#testing/sheets.ts'
import { compareGrades, countMajorityJudgment } from './majority-judgment.ts'
import type { Marked } from './sheets.ts'

function done(marked: Marked, lot: number[] | null = null) {
  const counted = countMajorityJudgment(marked, lot)
  assert.ok(!isRefusal(counted), JSON.stringify(counted))
  return counted
}

/** Grades taken from the middle one by one, as the book says it: the law, slowly. */
function majorityValue(table: readonly number[]): number[] {
  const grades = table.flatMap((count, grade) => Array.from({ length: count }, () => grade))
  const value: number[] = []
  while (grades.length > 0) value.push(...grades.splice(Math.floor((grades.length - 1) / 2), 1))
  return value
}

test('good, good, fair, poor comes before excellent, fair, fair, fair: the middle is fair in both', () => {
  const scale = { least: 0, most: 4 }
  const cast = markedOf({ names: 'x y', scale, sheets: '1 x3 y4, 1 x3 y2, 1 x2 y2, 1 x1 y2' })
  const { elected, steps } = done(cast)
  assert.deepEqual(elected, [0])
  assert.deepEqual(steps.slice(0, 2), [
    {
      kind: 'grades',
      candidates: [0, 1],
      table: [
        [0, 1, 1, 2, 0],
        [0, 0, 3, 0, 1],
      ],
      middle: [2, 2],
    },
    { kind: 'apart', candidate: 0, over: 1, taken: 1, grades: [3, 2] },
  ])
})

suite('four towns ask for a capital, with grades: the best for one’s own, then by distance', () => {
  const towns = markedOf({
    names: 'Memphis Nashville Chattanooga Knoxville',
    scale: { least: 0, most: 3 },
    sheets:
      '42 Memphis3 Nashville1 Chattanooga0, 26 Nashville3 Chattanooga2 Knoxville2 Memphis1, 15 Chattanooga3 Knoxville2 Nashville2 Memphis0, 17 Knoxville3 Chattanooga2 Nashville1 Memphis0',
  })
  test('two are level in the middle; more give the best to the one that is elected', () => {
    const { steps, elected } = done(towns)
    const grades = steps.find((step) => step.kind === 'grades')
    assert.deepEqual(grades?.middle, [1, 1, 2, 2])
    assert.deepEqual(elected, [3])
  })
})

test('whoever is left out is given the worst; all grades alike needs a lot', () => {
  const scale = { least: 0, most: 2 }
  assert.deepEqual(done(markedOf({ names: 'a b', scale, sheets: '2 a1, 1 b2' })).elected, [0])
  const alike = markedOf({ names: 'a b', scale, sheets: '1 a2 b1, 1 a1 b2' })
  assert.deepEqual(countMajorityJudgment(alike, null), {
    refused: 'tie-undecided',
    details: { among: [0, 1] },
  })
  assert.deepEqual(done(alike, [1, 0]).elected, [1])
})

suite('whatever was graded', () => {
  test('the comparison is that of grades taken from the middle one by one', () => {
    const table = fc.array(fc.nat(6), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(table, table, (a, more) => {
        const size = a.reduce((sum, count) => sum + count, 0)
        const rest = size - more.slice(1).reduce((sum, count) => sum + count, 0)
        fc.pre(rest >= 0 && size > 0)
        const b = [rest, ...more.slice(1)]
        const [here, there] = [majorityValue(a), majorityValue(b)]
        const at = here.findIndex((grade, place) => grade !== there[place])
        const { sign, taken } = compareGrades(a, b)
        assert.equal(sign, at === -1 ? 0 : Math.sign((there[at] ?? 0) - (here[at] ?? 0)))
        assert.equal(taken, at === -1 ? size : at)
      }),
      { numRuns: 300 },
    )
  })

  test('a better grade never makes a winner lose, and order does not matter', () => {
    fc.assert(
      fc.property(drawnSheets({ most: 3, mostSeats: 1 }), fc.nat(), ({ marked, lot }, pick) => {
        const counted = done(marked, lot)
        const [won = 0] = counted.elected
        assert.deepEqual(done({ ...marked, sheets: marked.sheets.toReversed() }, lot), counted)
        const shown = marked.sheets.filter(({ marks }) => marks.size > 0)
        fc.pre(shown.length > 0)
        const lifted = shown.map(({ marks, count }, at) =>
          at === pick % shown.length
            ? { count, marks: new Map([...marks, [won, 3]]) }
            : { marks, count },
        )
        assert.deepEqual(done({ ...marked, sheets: lifted }, [won, ...lot]).elected, [won])
      }),
    )
  })
})
