import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { type CollegeLevels, consensusOn, consentOn, USUAL_LEVELS } from './consensus.ts'
import { fraction } from './exact.ts'
import type { QuestionRules } from './verdict.ts'

const rules: QuestionRules = {
  base: 'cast',
  weights: { reading: 'flat' },
  threshold: { reach: fraction(3n, 4n), strict: false },
  inEach: null,
  quorum: null,
  block: 'stops',
  leastFavour: 1,
  mostAgainst: null,
}

const circle = (chosen: Record<string, number>): CollegeLevels[] => {
  const all = Object.values(chosen).reduce((sum, each) => sum + each, 0)
  return [{ college: 'circle', eligible: all, present: all, chosen }]
}
const passes = (chosen: Record<string, number>) =>
  consensusOn(circle(chosen), USUAL_LEVELS, rules).passed

suite('consensus with levels', () => {
  test('reservations are in favour', () =>
    assert.equal(passes({ agree: 2, 'agree with reservations': 5, disagree: 1 }), true))
  test('one block stops it', () => assert.equal(passes({ agree: 9, block: 1 }), false))
  test('one in five may stand aside, more may not', () => {
    assert.equal(passes({ agree: 8, 'stand aside': 2 }), true)
    assert.equal(passes({ agree: 7, 'stand aside': 2 }), false)
  })
  test('nobody in favour is no consensus', () => assert.equal(passes({}), false))
})

suite('consent', () => {
  const took = { took: 6, eligible: 8 }
  const objection = (now: 'kept' | 'integrated' | 'withdrawn' | 'not-valid') => [
    { by: 'Aroha Ngata', what: 'It binds us for longer than the lease.', now },
  ]
  test('passes without anybody in favour when no objection is kept', () => {
    assert.equal(consentOn([], took, null).passed, true)
    for (const now of ['integrated', 'withdrawn', 'not-valid'] as const)
      assert.equal(consentOn(objection(now), took, null).passed, true)
  })
  test('one kept objection stops it, and is named', () => {
    const verdict = consentOn(objection('kept'), took, null)
    assert.equal(verdict.passed, false)
    assert.deepEqual(verdict.kept[0]?.by, 'Aroha Ngata')
  })
  test('three quarters of the circle have to be there when the rules say so', () => {
    assert.equal(consentOn([], took, fraction(3n, 4n)).passed, true)
    assert.equal(consentOn([], { took: 5, eligible: 8 }, fraction(3n, 4n)).passed, false)
  })
})
