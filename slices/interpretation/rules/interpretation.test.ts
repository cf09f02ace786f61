/** Who interprets, and who hears whom how loud. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isSpoken, type Listening, SOFT, volumeOf } from './hearing.ts'
import { apply, askForSlower, nameInterpreter, type Standing } from './interpretation.ts'

const here: Standing = { here: true, removed: false, over: false, facilitates: false }
const facilitates = { ...here, facilitates: true }
const answer = (change: object) => ('refused' in change ? change.refused : 'done')
const interpreters = { per_chiara: 'es', per_lina: 'ar' }

test('facilitators name interpreters who are here; an interpreter lays it down; nobody names themselves', () => {
  const table: [string, Standing, string, Standing, string | null, string][] = [
    ['a facilitator', facilitates, 'per_maren', here, 'fr', 'done'],
    [
      'of who has gone',
      facilitates,
      'per_maren',
      { ...here, here: false },
      'fr',
      'not-here-to-interpret',
    ],
    ['of oneself', here, 'per_chiara', here, 'fr', 'only-facilitators'],
    ['no longer, by oneself', here, 'per_chiara', here, null, 'done'],
    ['no longer, by another', here, 'per_joost', here, null, 'only-facilitators'],
    ['after the end', { ...facilitates, over: true }, 'per_maren', here, 'fr', 'gathering-over'],
  ]
  for (const [words, standing, by, theirs, language, told] of table) {
    const naming = { who: 'per_chiara', theirs, language }
    assert.equal(answer(nameInterpreter(interpreters, { standing, by }, naming)), told, words)
  }
  const gone = { kind: 'interpretation.named', data: { who: 'per_lina', language: null } }
  assert.deepEqual(apply(interpreters, gone), { per_chiara: 'es' })
})

test('an interpreter asks for slower, and nobody else', () => {
  assert.equal(answer(askForSlower(interpreters, { standing: here, by: 'per_lina' })), 'done')
  const joost = { standing: here, by: 'per_joost' }
  assert.equal(answer(askForSlower(interpreters, joost)), 'not-an-interpreter')
})

test('each hears what they chose, the floor beneath as they like it, and nobody sits in silence', () => {
  const open = new Set(['per_maren', 'per_chiara'])
  const floor: Listening = { channel: null, beneath: 'softly' }
  const spanish: Listening = { channel: 'es', beneath: 'softly' }
  const alone: Listening = { channel: 'es', beneath: 'not-at-all' }
  const arabic: Listening = { channel: 'ar', beneath: 'not-at-all' }
  const table: [string, string, Listening, number | null][] = [
    ['the speaker, on the floor', 'per_maren', floor, 1],
    ['an interpreter, on the floor', 'per_chiara', floor, null],
    ['the interpreter, in Spanish', 'per_chiara', spanish, 1],
    ['the speaker, beneath Spanish', 'per_maren', spanish, SOFT],
    ['the speaker, with Spanish alone', 'per_maren', alone, 0],
    ['another channel, in Spanish', 'per_lina', spanish, null],
    ['the speaker, while nobody interprets into Arabic', 'per_maren', arabic, 1],
  ]
  for (const [words, who, listening, volume] of table)
    assert.equal(volumeOf(who, listening, interpreters, open), volume, words)
  assert.equal(isSpoken(interpreters, open, 'ar'), false)
})
