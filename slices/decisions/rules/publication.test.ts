import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '#kernel/change.ts'
import { drawnElections, electionFrom, electionOf } from '#testing/elections.ts'
import { RANKED_METHODS } from './methods.ts'
import { papersFrom } from './papers.ts'
import { Publication, publish, recount } from './publication.ts'

const methods = Object.entries(RANKED_METHODS)

function published(method: string, election = stewards, lot: number[] | null = [2, 0, 1]) {
  const counted = RANKED_METHODS[method]?.(election, lot)
  assert.ok(counted && !isRefusal(counted), JSON.stringify(counted))
  return publish(election, lot, counted)
}

const stewards = electionOf({
  names: 'Maren Oisín Chiara',
  papers: '5 Maren>Chiara, 4 Oisín, 3 Chiara=Oisín, 2 ',
})

suite('what was published counts to the same end, from itself alone', () => {
  for (const [method] of methods)
    test(method, () => {
      const read = Publication.parse(JSON.parse(JSON.stringify(published(method))))
      assert.deepEqual(recount(read), { fits: true, elected: read.outcome.elected, differs: [] })
    })
})

suite('what was changed does not fit', () => {
  const sound = published('scottish-stv')
  const changed = (change: Partial<Publication>) => {
    const again = recount({ ...sound, ...change })
    assert.ok(!isRefusal(again))
    return again
  }
  test('a paper more', () => {
    assert.equal(changed({ papers: ['1 2', ...sound.papers] }).fits, false)
  })
  test('a preference that was never reached', () => {
    const papers = sound.papers.map((line) => (line === '5 1>3' ? '5 1>2' : line))
    assert.deepEqual(changed({ papers }).differs, ['fingerprint'])
  })
  test('somebody else elected', () => {
    const outcome = { ...sound.outcome, elected: [2] }
    assert.deepEqual(changed({ outcome }).differs, ['elected', 'fingerprint'])
  })
  test('another method', () => {
    assert.ok(changed({ method: 'schulze' }).differs.includes('steps'))
  })
  test('a step left out', () => {
    const outcome = { ...sound.outcome, steps: sound.outcome.steps.slice(1) }
    assert.deepEqual(changed({ outcome }).differs, ['steps', 'fingerprint'])
  })
  test('a method that nobody knows here, and a paper for nobody, are refused', () => {
    assert.deepEqual(recount({ ...sound, method: 'acclaim' }), {
      refused: 'method-unknown',
      details: { method: 'acclaim' },
    })
    assert.deepEqual(recount({ ...sound, papers: ['1 9'] }), {
      refused: 'publication-broken',
      details: { paper: '1 9' },
    })
  })
})

test('whatever was cast, under every method the recount fits and order leaves no mark', () => {
  fc.assert(
    fc.property(drawnElections({ mostSeats: 1, mostCandidates: 4, alike: true }), (drawn) => {
      const election = electionFrom(drawn)
      const turned = { ...election, papers: papersFrom(drawn.rankings.toReversed()) }
      for (const [method] of methods) {
        const one = published(method, election, drawn.lot)
        const again = recount(one)
        assert.ok(!isRefusal(again))
        assert.equal(again.fits, true, again.differs.join())
        assert.deepEqual(published(method, turned, drawn.lot), one)
      }
    }),
  )
})
