import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { answerFits } from './answers.ts'
import { answerPoll, type Asking, closePoll, openPoll, pollOf } from './asking.ts'
import { AROHA, CHIARA, JOOST, MAREN, refusalOf, rehearsal, tell } from './rehearsal.test.ts'
import type { Answer, PollKind, Room } from './state.ts'
import { meanOf, resultsOf, tallyOf } from './tally.ts'

const ID = 'pol_terms'
const named: Asking = {
  id: ID,
  question: 'Should a keeper serve a fixed term?',
  kind: 'yes-no',
  options: [],
  anonymous: false,
  results: 'live',
}

function opened(given: Partial<Asking> = {}): Room {
  return tell(rehearsal(), 0, openPoll(rehearsal(), MAREN, { ...named, ...given }))
}

function answered(room: Room, who: string, answer: Answer): Room {
  return tell(room, 10, answerPoll(room, who, ID, answer))
}

function results(room: Room) {
  const poll = pollOf(room, ID)
  assert.ok(poll)
  return resultsOf(poll)
}

const fits: [PollKind, Answer, boolean][] = [
  ['yes-no', 'yes', true],
  ['yes-no', 'abstain', true],
  ['yes-no', 'maybe', false],
  ['yes-no', 0, false],
  ['one', 1, true],
  ['one', 2, false],
  ['one', 0.5, false],
  ['one', [0], false],
  ['several', [0, 1], true],
  ['several', [], true],
  ['several', [1, 1], false],
  ['several', 0, false],
  ['scale', 0, true],
  ['scale', 5, true],
  ['scale', 6, false],
  ['scale', -1, false],
  ['words', 'trust', true],
  ['words', '  ', false],
  ['words', 3, false],
]

for (const [kind, answer, fit] of fits) {
  test(`${JSON.stringify(answer)} ${fit ? 'is' : 'is not'} an answer to a poll of kind ${kind}`, () => {
    assert.equal(answerFits({ kind, options: ['a', 'b'] }, answer), fit)
  })
}

test('named and live: seen at once, changed until the close, and the author votes too', () => {
  let room = answered(answered(opened(), MAREN, 'yes'), AROHA, 'no')
  room = answered(room, AROHA, 'abstain')
  assert.deepEqual(results(room)?.counts, [1, 0, 1])
  room = tell(room, 20, closePoll(room, MAREN, ID, {}))
  assert.equal(refusalOf(answerPoll(room, JOOST, ID, 'yes')), 'poll-closed')
  assert.deepEqual(results(room), { answers: 2, counts: [1, 0, 1], words: [] })
})

test('named with results at the close: no entry says what anybody answered before', () => {
  let room = opened({ results: 'close' })
  const change = answerPoll(room, AROHA, ID, 'no')
  assert.equal(JSON.stringify(change).includes('no"'), false)
  room = answered(answered(room, AROHA, 'no'), AROHA, 'yes')
  assert.equal(results(room), null)
  room = tell(room, 30, closePoll(room, MAREN, ID, { answers: [{ who: AROHA, answer: 'yes' }] }))
  assert.deepEqual(pollOf(room, ID)?.answers, { [AROHA]: 'yes' })
  assert.deepEqual(results(room)?.counts, [1, 0, 0])
})

test('anonymous: who answered stands, what they answered does not, and nothing is changed', () => {
  let room = opened({ anonymous: true, results: 'live' })
  room = answered(answered(room, AROHA, 'no'), CHIARA, 'yes')
  assert.equal(results(room), null)
  assert.deepEqual(pollOf(room, ID)?.answered, [AROHA, CHIARA])
  assert.deepEqual(pollOf(room, ID)?.answers, {})
  assert.equal(refusalOf(answerPoll(room, AROHA, ID, 'yes')), 'already-answered')
  const tally = { answers: 2, counts: [1, 1, 0], words: [] }
  room = tell(room, 30, closePoll(room, MAREN, ID, { tally }))
  assert.deepEqual(results(room), tally)
})

test('words are sorted, so their order tells nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1 })), (words) => {
      const tally = tallyOf({ kind: 'words', options: [] }, words)
      assert.deepEqual(tally, tallyOf({ kind: 'words', options: [] }, words.toReversed()))
      assert.equal(tally.answers, words.length)
    }),
  )
})

test('every answer is counted, once a place', () => {
  const scale = fc.array(fc.integer({ min: 0, max: 5 }))
  fc.assert(
    fc.property(scale, (answers) => {
      const tally = tallyOf({ kind: 'scale', options: [] }, answers)
      assert.equal(
        tally.counts.reduce((sum, count) => sum + count, 0),
        answers.length,
      )
    }),
  )
  assert.equal(meanOf(tallyOf({ kind: 'scale', options: [] }, [5, 4, 0])), 3)
  assert.equal(meanOf(tallyOf({ kind: 'scale', options: [] }, [])), null)
})

test('a poll is opened by a facilitator, with real options, and closed by them or its author', () => {
  const room = rehearsal()
  assert.equal(refusalOf(openPoll(room, AROHA, named)), 'only-facilitators')
  const choice: Asking = { ...named, kind: 'one', options: ['a', 'a'] }
  assert.equal(refusalOf(openPoll(room, MAREN, choice)), 'too-few-options')
  assert.equal(refusalOf(closePoll(opened(), AROHA, ID, {})), 'only-facilitators')
  assert.equal(refusalOf(answerPoll(room, AROHA, ID, 'yes')), 'no-such-poll')
  assert.equal(refusalOf(answerPoll(opened(), AROHA, ID, 'perhaps')), 'answer-does-not-fit')
})
