import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { type CollegeLevels, consensusOn, consentOn, USUAL_LEVELS } from './consensus.ts'
import { wordsIn } from '#kernel/words.ts'
import { fraction } from './exact.ts'
import type { QuestionRules } from './verdict.ts'
import { tellConsensus, tellConsent } from './consensus-telling.ts'
import { publishConsensus, QuestionPublication, rejudge } from './question-publication.ts'
import type { Sentence } from './telling.ts'

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

test('members read which level was chosen too often, and which objection is kept', () => {
  const words = wordsIn('en')
  const say = ({ message, values }: Sentence) => words.say(message, { ...values })
  const verdict = consensusOn(circle({ agree: 7, 'stand aside': 2 }), USUAL_LEVELS, rules)
  assert.deepEqual(tellConsensus(verdict).map(say).slice(0, 1), [
    '"stand aside" was chosen by 22.22 % of those who took part; at most 20 % may.',
  ])
  const objection = { by: 'Aroha Ngata', what: 'It binds us too long.', now: 'kept' } as const
  const took = { took: 6, eligible: 8 }
  assert.deepEqual(tellConsent(consentOn([objection], took, null)).map(say), [
    '6 of 8 took part. Nobody has to be in favour.',
    'An objection of Aroha Ngata is kept: It binds us too long.',
    'There is no consent while an objection is kept.',
  ])
  const few = consentOn([], took, fraction(7n, 8n))
  assert.equal(tellConsent(few).map(say).at(-1), 'There is no consent, since too few took part.')
})

test('what was published of consensus is judged again from the levels that were chosen', () => {
  const cast = circle({ agree: 8, 'stand aside': 2 })
  const published = QuestionPublication.parse(
    JSON.parse(
      JSON.stringify(
        publishConsensus(
          { title: 'Lease', kind: 'ordinary' },
          { cast, levels: USUAL_LEVELS },
          rules,
        ),
      ),
    ),
  )
  assert.deepEqual(rejudge(published), { fits: true, passed: true, differs: [] })
  const moved = { ...published, chosen: [{ agree: 7, 'stand aside': 3 }] }
  assert.deepEqual(rejudge(moved).passed, false)
  assert.ok(rejudge(moved).differs.includes('levels'))
  assert.ok(rejudge(moved).differs.includes('colleges'))
})
