import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '#kernel/change.ts'
import { drawnElections, electionFrom, electionOf } from '#testing/elections.ts'
import { markedOf } from '#testing/sheets.ts'
import { type AtLeast, canServe } from './at-least.ts'
import { countBy } from './methods.ts'
import { countScottish } from './scottish.ts'

/** Hill's own example: three seats, at least two women and at least two black people. */
suite('five candidates under two promises: I. D. Hill, Voting matters 9', () => {
  const names = 'BlackMan1 BlackMan2 WhiteWoman1 WhiteWoman2 BlackWoman'
  const groups: AtLeast[] = [
    { of: [2, 3, 4], least: 2 },
    { of: [0, 1, 4], least: 2 },
  ]
  const papers =
    '10 BlackMan1>BlackMan2, 9 BlackMan2>BlackMan1, 8 WhiteWoman1>WhiteWoman2, 7 WhiteWoman2>WhiteWoman1, 2 BlackWoman>WhiteWoman1'
  const election = electionOf({ seats: 3, names, papers })

  test('each promise alone would let her go, and both can’t be kept without her', () => {
    const without = { elected: [], among: [0, 1, 2, 3], seats: 3 }
    for (const group of groups) assert.equal(canServe({ ...without, groups: [group] }), true)
    assert.equal(canServe({ ...without, groups }), false)
  })

  for (const method of ['scottish-stv', 'wigm'])
    test(`by ${method} she has the fewest and is kept; both promises hold`, () => {
      const plain = countBy(method, election, null)
      assert.ok(!isRefusal(plain))
      assert.ok(!plain.elected.includes(4))
      const kept = countBy(method, { ...election, groups }, null)
      assert.ok(!isRefusal(kept))
      assert.ok(kept.elected.includes(4))
      for (const { of, least } of groups)
        assert.ok(kept.elected.filter((one) => of.includes(one)).length >= least)
      assert.ok(kept.steps.some(({ kind }) => kind === 'guarded'))
    })
})

test('by approval the highest is elected who still lets the promise be kept', () => {
  const cast = markedOf({ names: 'a b c d', seats: 2, sheets: '9 a, 8 b, 3 c, 2 d' })
  const groups = [{ of: [2, 3], least: 1 }]
  for (const method of ['approval', 'phragmen']) {
    const counted = countBy(method, { ...cast, groups }, null)
    assert.ok(!isRefusal(counted))
    assert.deepEqual(counted.elected, [0, 2])
  }
})

test('a promise that can’t be kept, or that a method doesn’t know, is refused before the count', () => {
  const election = electionOf({ seats: 2, names: 'a b c', papers: '1 a' })
  const three = { ...election, groups: [{ of: [0, 1, 2], least: 3 }] }
  assert.deepEqual(countScottish(three, null), {
    refused: 'groups-unservable',
    details: { seats: 2 },
  })
  const meek = countBy('meek', { ...election, groups: [{ of: [0], least: 1 }] }, null)
  assert.equal(isRefusal(meek) && meek.refused, 'groups-unknown')
  const many = Array.from({ length: 5 }, (_, at) => ({ of: [at % 3], least: 0 }))
  const counted = countScottish({ ...election, groups: many }, null)
  assert.equal(isRefusal(counted) && counted.refused, 'too-many-groups')
})

test('whatever was cast, promises that can be kept are kept, and none changes nothing', () => {
  const group = fc.record({ of: fc.subarray([0, 1, 2, 3, 4, 5]), least: fc.nat(2) })
  fc.assert(
    fc.property(drawnElections(), fc.array(group, { maxLength: 2 }), (drawn, said) => {
      const election = electionFrom(drawn)
      const groups = said.map(({ of, least }) => ({
        least,
        of: of.filter((one) => one < drawn.candidates),
      }))
      const among = Array.from({ length: drawn.candidates }, (_, one) => one)
      const { seats, lot } = drawn
      for (const method of ['scottish-stv', 'wigm', 'plurality']) {
        const counted = countBy(method, { ...election, groups }, lot)
        if (!canServe({ elected: [], among, seats, groups })) assert.ok(isRefusal(counted))
        else {
          assert.ok(!isRefusal(counted))
          assert.equal(counted.elected.length, Math.min(seats, drawn.candidates))
          for (const { of, least } of groups)
            assert.ok(counted.elected.filter((one) => of.includes(one)).length >= least)
          if (groups.every(({ least }) => least === 0))
            assert.deepEqual(counted, countBy(method, election, lot))
        }
      }
    }),
  )
})

test('whether promises can be kept is what trying every set of people says', () => {
  const group = fc.record({ of: fc.subarray([0, 1, 2, 3, 4, 5, 6]), least: fc.nat(4) })
  const groups = fc.array(group, { maxLength: 4 })
  fc.assert(
    fc.property(groups, fc.subarray([0, 1, 2, 3, 4, 5, 6]), fc.nat(3), (promised, among, more) => {
      const elected = [0, 1].filter((one) => !among.includes(one))
      const seats = elected.length + more
      const sets = Array.from({ length: 2 ** among.length }, (_, bits) =>
        among.filter((__, at) => (bits >> at) % 2 === 1),
      )
      const kept = sets.some(
        (set) =>
          set.length <= more &&
          promised.every(({ of, least }) => {
            return [...elected, ...set].filter((one) => of.includes(one)).length >= least
          }),
      )
      assert.equal(canServe({ elected, among, seats, groups: promised }), kept)
    }),
  )
})
