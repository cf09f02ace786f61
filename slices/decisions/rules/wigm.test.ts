import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '#kernel/change.ts'
import { countByHand, WIGM } from '#testing/by-hand.ts'
import { drawnElections, electionFrom, electionOf } from '#testing/elections.ts'
import { countWigm } from './wigm.ts'

test('the quota keeps four decimals, and is the least that only the seats can reach', () => {
  const counted = countWigm(
    electionOf({ seats: 2, names: 'a b c', papers: '6 a>b, 3 b, 1 c' }),
    null,
  )
  assert.ok(!isRefusal(counted))
  assert.deepEqual(counted.steps[0], { kind: 'quota', quota: '3.3334', papers: 10, seats: 2 })
  const surplus = counted.steps.find((step) => step.kind === 'surplus')
  assert.equal(surplus?.moved[0]?.value, '0.4444')
  assert.deepEqual(counted.elected, [0, 1])
})

test('whatever was cast, the count is the one made by hand', () => {
  fc.assert(
    fc.property(drawnElections(), (drawn) => {
      const counted = countWigm(electionFrom(drawn), drawn.lot)
      assert.ok(!isRefusal(counted))
      assert.deepEqual(
        counted.elected.toSorted((a, b) => a - b),
        countByHand(drawn, WIGM),
      )
    }),
    { numRuns: 300 },
  )
})
