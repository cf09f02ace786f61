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

test('a product is cut off before it is divided: D.4 of the reference rule', () => {
  // 24 papers for 3 seats, the quota is 6.0001. a passes on 6.9999 of 13: 0.5384 each. Then b passes on
  // 4.9991 of 10.9992: 0.5384 × 4.9991 is 2.6915, by 10.9992 it is 0.2446. Divided at once: 0.2447.
  const papers = '13 a>b>c, 4 b>c, 4 c, 3 d'
  const counted = countWigm(electionOf({ seats: 3, names: 'a b c d', papers }), null)
  assert.ok(!isRefusal(counted))
  const values = counted.steps.flatMap((step) =>
    step.kind === 'surplus' ? step.moved.map((moved) => [moved.papers, moved.value]) : [],
  )
  assert.deepEqual(values, [
    [13, '0.5384'],
    [4, '0.4544'],
    [13, '0.2446'],
  ])
})

test('whoever is excluded last keeps their papers, and the last that is needed is elected: B.4, D.3', () => {
  const counted = countWigm(electionOf({ names: 'a b c', papers: '4 a, 3 b, 2 c>b' }), null)
  assert.ok(!isRefusal(counted))
  assert.deepEqual(counted.elected, [1])
  const last = countWigm(electionOf({ names: 'a b', papers: '2 a, 2 b' }), [1, 0])
  assert.ok(!isRefusal(last))
  assert.deepEqual(last.elected, [0])
  assert.deepEqual(last.steps.at(-2), {
    kind: 'exclusion',
    stage: 2,
    candidate: 1,
    moved: [],
    votes: ['2.0000', '2.0000'],
    nonTransferable: '0.0000',
  })
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

test('at each stage the votes and what no longer counts are all the papers', () => {
  const units = (text: string) => BigInt(text.replace('.', ''))
  fc.assert(
    fc.property(drawnElections(), (drawn) => {
      const counted = countWigm(electionFrom(drawn), drawn.lot)
      assert.ok(!isRefusal(counted))
      for (const step of counted.steps) {
        if (!('nonTransferable' in step)) continue
        const held = step.votes.reduce((sum, each) => sum + units(each), 0n)
        assert.equal(held + units(step.nonTransferable), BigInt(counted.papers) * 10_000n)
      }
    }),
  )
})
