/** Links, ways, forms, withdrawals and mandates as tables. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Refusal } from '#kernel/change.ts'
import type { Vote } from '../count/votes.ts'
import type { Method } from '../kinds/kind.ts'
import { refuseLink, type Standing } from './links.ts'
import { keepsMandate, type Mandate, refuseAgainst, tieMandate } from './mandates.ts'
import { fieldsOf, voteFrom } from './paper-form.ts'
import { refuseFarther, WAYS } from './ways.ts'
import { withdrawOption } from './withdrawing.ts'

const nameOf = (answer: object | null): string =>
  answer !== null && 'refused' in answer ? String(answer.refused) : 'yes'
const NOON = '2026-10-20T10:00:00.000Z'

test('what a link opens, and when it opens nothing', () => {
  const open: Standing = {
    stopped: null,
    state: 'open',
    closesAt: '2026-10-21T10:00:00.000Z',
    secrecy: 'open',
    speaks: true,
  }
  const table: [string, Partial<Standing> | null, string][] = [
    ['while it is open', {}, 'yes'],
    ['forged', null, 'link-unknown'],
    ['secret ballots', { secrecy: 'secret' }, 'link-unknown'],
    ['stopped', { stopped: 'not-me' }, 'link-stopped'],
    ['put out', { stopped: 'left' }, 'link-stopped'],
    ['replaced', { stopped: 'replaced' }, 'link-of-another'],
    ['speaks no more', { speaks: false }, 'link-of-another'],
    ['at the close', { closesAt: NOON }, 'ballots-closed'],
    ['called void', { state: 'void' }, 'not-decided-any-more'],
  ]
  for (const [what, change, expected] of table)
    assert.equal(nameOf(refuseLink(change && { ...open, ...change }, NOON)), expected, what)
})

test('what is nearer to the voter stands', () => {
  const stands = WAYS.map((before) =>
    WAYS.map((way) => (refuseFarther(way, before) ? 'stays' : 'takes its place')),
  )
  // rows: what was cast; columns: what comes, by hall, link, phone, proxy
  assert.deepEqual(stands, [
    ['takes its place', 'takes its place', 'stays', 'stays'],
    ['takes its place', 'takes its place', 'stays', 'stays'],
    ['takes its place', 'takes its place', 'takes its place', 'stays'],
    ['takes its place', 'takes its place', 'takes its place', 'takes its place'],
  ])
})

const RANKED: Method = { kind: 'ranked', count: 'meek', ties: 'lot' }
const SCORE: Method = { kind: 'score', count: 'star', least: -2, most: 5, ties: 'lot' }
const QUESTION: Method = { kind: 'consent' }
const some = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 0, maxLength: 60 })

test('a ballot that is shown in a form and sent back is the same', () => {
  const orders = some.map((order): [Method, Vote] => [RANKED, { kind: 'order', order }])
  const scores = some.map((options): [Method, Vote] => [
    SCORE,
    {
      kind: 'marks',
      marks: options
        .toSorted((a, b) => a - b)
        .map((option) => ({ option, mark: (option % 8) - 2 })),
    },
  ])
  const property = fc.property(fc.oneof(orders, scores), ([method, vote]) => {
    assert.deepEqual(voteFrom(fieldsOf(vote), method), vote)
  })
  fc.assert(property, { numRuns: 200 })
})

test('a form that says nothing casts nothing, and one place is given once', () => {
  assert.equal(nameOf(voteFrom({}, QUESTION)), 'nothing-chosen')
  assert.equal(nameOf(voteFrom({ p1: ' ', p2: 'x' }, RANKED)), 'nothing-chosen')
  assert.equal(nameOf(voteFrom({ p1: '2', p2: '2' }, RANKED)), 'place-twice')
  assert.deepEqual(voteFrom({ p4: '1', p2: '9' }, RANKED), { kind: 'order', order: [4, 2] })
  assert.deepEqual(voteFrom({ empty: 'yes' }, RANKED), { kind: 'order', order: [] })
})

test('who stands withdraws themselves, and somebody is left to choose', () => {
  const standing = {
    state: 'open' as const,
    options: [{ person: 'aroha' }, { person: 'joost' }, { person: null }],
    option: 1,
    before: [],
    me: ['aroha'],
    keeps: false,
  }
  const table: [string, Partial<typeof standing> | { before: number[] } | object, string][] = [
    ['herself', {}, 'yes'],
    ['somebody else', { option: 2 }, 'not-yours-to-withdraw'],
    ['even a steward', { option: 2, keeps: true }, 'not-yours-to-withdraw'],
    ['an option that is nobody', { option: 3, keeps: true }, 'yes'],
    ['not there', { option: 4 }, 'option-unknown'],
    ['twice', { before: [1] }, 'withdrawn-already'],
    ['the last one', { before: [2, 3] }, 'last-one-standing'],
    ['in talk', { state: 'talk' }, 'change-the-text'],
    ['over', { state: 'counted' }, 'ballots-closed'],
  ]
  for (const [what, change, expected] of table)
    assert.equal(nameOf(withdrawOption({ ...standing, ...change })), expected, what)
})

const consent: Vote = { kind: 'answer', answer: 'consent' }
const aside: Vote = { kind: 'answer', answer: 'aside' }

test('a mandate binds where the rules say so, once it is decided', () => {
  const mandate: Mandate = {
    state: 'counted',
    result: 'passed',
    passed: consent,
    failed: null,
    changed: false,
  }
  const table: [
    string,
    Mandate | null,
    Vote,
    'free' | 'asked' | 'bound',
    string,
    boolean | null,
  ][] = [
    ['as it was told', mandate, consent, 'bound', 'yes', true],
    ['against it, bound', mandate, aside, 'bound', 'against-the-mandate', false],
    ['against it, free', mandate, aside, 'free', 'yes', false],
    ['against it, after asking', mandate, aside, 'asked', 'yes', false],
    ['not decided yet', { ...mandate, state: 'open', result: null }, aside, 'bound', 'yes', null],
    ['to a text that changed', { ...mandate, changed: true }, aside, 'bound', 'yes', null],
    ['the no leaves free', { ...mandate, result: 'failed' }, aside, 'bound', 'yes', null],
    [
      'the no says it',
      { ...mandate, result: 'failed', failed: consent },
      aside,
      'bound',
      'against-the-mandate',
      false,
    ],
  ]
  for (const [what, given, vote, bound, expected, keeps] of table) {
    assert.equal(nameOf(refuseAgainst(given, bound, vote)), expected, what)
    assert.equal(given && keepsMandate(given, vote), keeps, what)
  }
})

test('what may be tied to what', () => {
  const tying = {
    own: { state: 'talk' as const, method: QUESTION },
    other: { state: 'open' as const, method: QUESTION, options: 0 },
    belongs: true,
    passed: consent,
    failed: null,
  }
  const refused = (change: object): string =>
    nameOf(tieMandate({ ...tying, ...change }) satisfies Refusal | object)
  assert.deepEqual(
    [
      refused({}),
      refused({ belongs: false }),
      refused({ own: { state: 'talk', method: RANKED } }),
      refused({ own: { state: 'open', method: QUESTION } }),
      refused({ other: { ...tying.other, state: 'counted' } }),
      refused({ passed: { kind: 'order', order: [1] } }),
    ],
    [
      'yes',
      'mandate-elsewhere',
      'mandate-is-a-question',
      'mandate-stands',
      'mandate-too-late',
      'ballot-of-another-kind',
    ],
  )
})
