import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '#kernel/change.ts'
import { writeFraction } from './exact.ts'
import { countMarks, type MarkBallot, type MarkRules } from './marks.ts'

/** "3 a1 c2": three ballots that give a one and c two. */
function ballots(...said: string[]): MarkBallot[] {
  return said.map((text) => {
    const [times = '1', ...marks] = text.split(' ')
    return {
      count: Number(times),
      marks: new Map(marks.map((mark) => [mark.charCodeAt(0) - 97, Number(mark.slice(1))])),
    }
  })
}

function count(cast: MarkBallot[], rules: MarkRules, said: { options: number; seats?: number }) {
  const counted = countMarks(cast, rules, { seats: 1, lot: null, ...said })
  assert.ok(!isRefusal(counted))
  return counted
}

const approval: MarkRules = { method: 'approval', most: null }

suite('six seats on a board: May First, mayfirst.coop', () => {
  const board = (totals: number[]) =>
    totals.map((times, option) => ({ count: times, marks: new Map([[option, 1]]) }))

  test('in 2020 the six with the most approvals are elected', () => {
    const cast = board([172, 151, 149, 146, 127, 122, 90])
    assert.deepEqual(count(cast, approval, { options: 7, seats: 6 }).elected, [0, 1, 2, 3, 4, 5])
  })

  test('in 2024 two are level for the sixth, and no rule was declared: the count stops', () => {
    const cast = board([94, 88, 70, 69, 67, 63, 63])
    const said = { options: 7, seats: 6 }
    assert.deepEqual(countMarks(cast, approval, { ...said, lot: null }), {
      refused: 'tie-undecided',
      details: { among: [5, 6] },
    })
    const drawn = countMarks(cast, approval, { ...said, lot: [6, 5, 4, 3, 2, 1, 0] })
    assert.ok(!isRefusal(drawn))
    assert.deepEqual(drawn.elected, [0, 1, 2, 3, 4, 6])
    assert.deepEqual(drawn.ties, [
      { kind: 'tie', among: [5, 6], chosen: 6, purpose: 'elect', by: 'lot' },
    ])
  })
})

test('whoever leaves an option out gives it the least', () => {
  const cast = ballots('2 a5 b3', '1 b4 c2')
  const { totals, means } = count(cast, { method: 'score', least: 1, most: 5 }, { options: 3 })
  assert.deepEqual(totals, [11, 10, 4])
  assert.deepEqual(means.map(writeFraction), ['11/3', '10/3', '4/3'])
})

suite('a ballot that breaks its law changes nothing, and is shown', () => {
  for (const [name, rules, cast] of [
    ['two of at most one', { method: 'approval', most: 1 }, '4 a1 b1'],
    ['a score above the most', { method: 'score', least: 0, most: 5 }, '4 a6'],
    ['half a point', { method: 'score', least: 0, most: 5 }, '4 a2.5'],
    ['nine dots of eight', { method: 'dots', dots: 8, mostOnOne: 8 }, '4 a5 b4'],
    ['three dots on one of at most two', { method: 'dots', dots: 8, mostOnOne: 2 }, '4 a3'],
    ['an option that is not there', { method: 'approval', most: null }, '4 z1'],
  ] as const)
    test(name, () => {
      const counted = count(ballots(cast, '1 b1'), rules, { options: 2 })
      assert.equal(counted.invalid, 4)
      assert.equal(counted.ballots, 1)
      assert.deepEqual(counted.elected, [1])
    })
})

test('what all approve of wins, and the order of the ballots never matters', () => {
  const some = fc.subarray([1, 2, 3], { minLength: 0 })
  fc.assert(
    fc.property(fc.array(some, { minLength: 1 }), (chosen) => {
      const cast = chosen.map((those) => ({
        count: 1,
        marks: new Map([0, ...those].map((option) => [option, 1])),
      }))
      const lot = [0, 1, 2, 3]
      const said = { options: 4, seats: 1, lot }
      const counted = countMarks(cast, approval, said)
      assert.ok(!isRefusal(counted))
      assert.deepEqual(counted.elected, [0])
      assert.deepEqual(countMarks(cast.toReversed(), approval, said), counted)
    }),
  )
})
