import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '#kernel/change.ts'
import { drawnElections, electionFrom, electionOf } from '#testing/elections.ts'
import type { Count, Counted } from './counting.ts'
import { countInstantRunoff } from './instant-runoff.ts'
import { papersFrom } from './papers.ts'
import { countPlurality } from './plurality.ts'

function done(counted: Counted): Count {
  assert.ok(!isRefusal(counted), JSON.stringify(counted))
  return counted
}

test('the first of most papers loses to whom more than half can live with', () => {
  const election = electionOf({ names: 'a b c', papers: '5 a, 4 b>c, 3 c>b' })
  const most = done(countPlurality(election, null))
  assert.deepEqual(most.elected, [0])
  const warning = { kind: 'minority', candidate: 0, votes: 5, papers: 12 }
  assert.deepEqual(most.steps.at(-1), warning, 'whoever has half or less is warned of')
  const { elected, steps, rounds } = done(countInstantRunoff(election, null))
  assert.deepEqual(elected, [1])
  assert.equal(rounds, 2)
  assert.deepEqual(steps, [
    { kind: 'round', stage: 1, votes: ['5', '4', '3'], nonTransferable: '0' },
    { kind: 'excluded', stage: 1, candidate: 2 },
    { kind: 'round', stage: 2, votes: ['5', '7', '0'], nonTransferable: '0' },
    { kind: 'elected', stage: 2, candidates: [1], why: 'majority' },
  ])
})

test('papers that name nobody any more are not part of the half', () => {
  const election = electionOf({ names: 'a b c', papers: '5 a, 3 b, 4 c' })
  const { elected, steps } = done(countInstantRunoff(election, null))
  assert.deepEqual(elected, [0])
  const last = steps.findLast((step) => step.kind === 'round')
  assert.equal(last?.nonTransferable, '3')
})

test('several seats are not for this method', () => {
  assert.deepEqual(countInstantRunoff(electionOf({ seats: 3, names: 'a', papers: '1 a' }), null), {
    refused: 'one-seat-only',
    details: { method: 'irv', seats: 3 },
  })
})

test('level for the last seat, the count stops without a rule', () => {
  const election = electionOf({ seats: 2, names: 'a b c', papers: '3 a, 2 b, 2 c' })
  assert.deepEqual(countPlurality(election, null), {
    refused: 'tie-undecided',
    details: { among: [1, 2] },
  })
  assert.deepEqual(done(countPlurality(election, [2, 1, 0])).elected, [0, 2])
})

suite('whatever was cast', () => {
  const drawn = drawnElections({ mostSeats: 1 })

  test('in each round every paper counts once, or no longer', () => {
    fc.assert(
      fc.property(drawn, (one) => {
        const { steps, papers } = done(countInstantRunoff(electionFrom(one), one.lot))
        for (const step of steps) {
          if (step.kind !== 'round') continue
          const held = step.votes.reduce((sum, each) => sum + Number(each), 0)
          assert.equal(held + Number(step.nonTransferable), papers)
        }
      }),
    )
  })

  test('more than half of the first preferences win, under both; order never matters', () => {
    fc.assert(
      fc.property(drawn, (one) => {
        const election = electionFrom(one)
        const extra = { ranks: [[0]], count: election.papers.total + 1 }
        const papers = papersFrom([...one.rankings.toReversed(), extra])
        for (const count of [countInstantRunoff, countPlurality]) {
          assert.deepEqual(done(count({ ...election, papers }, one.lot)).elected, [0])
          const turned = { ...election, papers: papersFrom(one.rankings.toReversed()) }
          assert.deepEqual(count(turned, one.lot), count(election, one.lot))
        }
      }),
    )
  })
})
