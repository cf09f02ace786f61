import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '#kernel/change.ts'
import { drawnSheets, markedOf } from '#testing/sheets.ts'
import { countMarks } from './marks.ts'
import type { Marked } from './sheets.ts'

const SCORE = { least: 0, most: 5 }

function done(marked: Marked, lot: number[] | null = null) {
  const counted = countMarks(marked, lot)
  assert.ok(!isRefusal(counted), JSON.stringify(counted))
  const totals = counted.steps.find((step) => step.kind === 'totals')?.totals
  return { ...counted, totals }
}

suite('six seats on a board: May First, mayfirst.coop', () => {
  const board = (...approvals: number[]) => {
    const names = approvals.map((_, at) => 'abcdefg'.charAt(at))
    return markedOf({
      names: names.join(' '),
      seats: 6,
      sheets: approvals.map((times, at) => `${times} ${names[at]}`).join(', '),
    })
  }

  test('in 2020 the six with the most approvals are elected', () => {
    assert.deepEqual(done(board(172, 151, 149, 146, 127, 122, 90)).elected, [0, 1, 2, 3, 4, 5])
  })

  test('in 2024 two are level for the sixth, and no rule was declared: the count stops', () => {
    const cast = board(94, 88, 70, 69, 67, 63, 63)
    assert.deepEqual(countMarks(cast, null), {
      refused: 'tie-undecided',
      details: { among: [5, 6] },
    })
    const drawn = done(cast, [6, 5, 4, 3, 2, 1, 0])
    assert.deepEqual(drawn.elected, [0, 1, 2, 3, 4, 6])
    assert.deepEqual(
      drawn.steps.filter(({ kind }) => kind === 'tie'),
      [{ kind: 'tie', among: [5, 6], chosen: 6, purpose: 'elect', by: 'lot' }],
    )
  })
})

test('whoever leaves an option out gives it the least', () => {
  const scale = { least: 1, most: 5 }
  const cast = markedOf({ names: 'a b c', scale, sheets: '2 a5 b3, 1 b4 c2' })
  assert.deepEqual(done(cast).totals, [11, 10, 4])
})

suite('a sheet that breaks its law changes nothing, and is shown', () => {
  for (const [name, law, cast] of [
    ['two of at most one', { together: 1 }, '4 a b'],
    ['a score above the most', { scale: SCORE }, '4 a6'],
    ['half a point', { scale: SCORE }, '4 a2.5'],
    ['nine dots of eight', { scale: { least: 0, most: 8 }, together: 8 }, '4 a5 b4'],
    ['three dots on one of at most two', { scale: { least: 0, most: 2 }, together: 8 }, '4 a3'],
    ['an option that is not there', {}, '4 z'],
  ] as const)
    test(name, () => {
      const counted = done(markedOf({ names: 'a b', ...law, sheets: `${cast}, 1 b1` }))
      assert.deepEqual([counted.invalid, counted.papers, counted.elected], [4, 1, [1]])
    })
})

test('whoever withdrew is taken off; a sheet that marks nobody else takes no part', () => {
  const cast = markedOf({ names: 'a b', sheets: '3 a, 2 a b, 1 ', withdrawn: 'a' })
  const { elected, papers, empty } = done(cast)
  assert.deepEqual([elected, papers, empty], [[1], 2, 4])
})

suite('whatever was marked', () => {
  test('what all approve of wins; neither order nor keeping alike ones apart matters', () => {
    fc.assert(
      fc.property(drawnSheets(), ({ marked, lot }) => {
        const sheets = marked.sheets.map(({ marks, count }) => ({
          count,
          marks: new Map([...marks, [0, 1]]),
        }))
        const wanted = { ...marked, seats: 1, sheets }
        fc.pre(sheets.length > 0)
        assert.deepEqual(done(wanted, [0, ...lot]).elected, [0])
        const apart = marked.sheets
          .toReversed()
          .flatMap(({ marks, count }) => Array.from({ length: count }, () => ({ marks, count: 1 })))
        assert.deepEqual(countMarks({ ...marked, sheets: apart }, lot), countMarks(marked, lot))
      }),
    )
  })

  test('all marks are counted, and one mark more never makes a winner lose', () => {
    fc.assert(
      fc.property(drawnSheets({ most: 5, mostSeats: 1 }), ({ marked, lot }) => {
        const { totals = [], elected } = done(marked, lot)
        const given = marked.sheets.reduce(
          (sum, { marks, count }) =>
            sum + count * [...marks.values()].reduce((so, mark) => so + mark, 0),
          0,
        )
        assert.equal(
          totals.reduce((sum, each) => sum + each, 0),
          given,
        )
        const [won = 0] = elected
        const more = { count: 1, marks: new Map([[won, 1]]) }
        assert.deepEqual(done({ ...marked, sheets: [...marked.sheets, more] }, lot).elected, [won])
      }),
    )
  })
})
