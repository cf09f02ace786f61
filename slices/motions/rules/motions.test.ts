/** The life of a motion, as assemblies know it: tables, and what holds whatever happens. */
import assert from 'node:assert/strict'
import { describe, it, test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '#kernel/change.ts'
import {
  endingWith,
  isPending,
  nextStep,
  pendingOf,
  type Standing,
  type State,
  unlessFree,
  unlessToAmend,
  unlessToPostpone,
  unlessToPut,
  unlessToSecond,
  unlessToState,
  unlessUnseconded,
  withdrawing,
} from './motions.ts'

const main = (more: Partial<Standing> = {}): Standing => ({
  id: 'm',
  over: null,
  state: 'stated',
  movedBy: 'oisin',
  needed: 1,
  seconders: ['ngozi'],
  leaveAsked: false,
  ...more,
})
const amendment = (more: Partial<Standing> = {}): Standing =>
  main({ id: 'a', over: 'm', state: 'moved', movedBy: 'devika', seconders: ['chiara'], ...more })
const deeper = (more: Partial<Standing> = {}): Standing =>
  amendment({ id: 'd', over: 'a', movedBy: 'joost', ...more })
const moved = (seconders: string[] = []) => main({ state: 'moved', seconders })

const said = (answer: { refused: string } | string | null) =>
  answer !== null && typeof answer === 'object' ? answer.refused : answer

describe('one after the other', () => {
  const table: [string, () => { refused: string } | string | null, string | null][] = [
    ['a motion while another is pending waits', () => unlessFree([moved()]), 'motion-pending'],
    ['a motion on an empty floor is taken', () => unlessFree([]), null],
    ['another member seconds', () => unlessToSecond(moved(), 'ngozi'), null],
    ['the mover does not', () => unlessToSecond(moved(), 'oisin'), 'own-motion'],
    [
      'what is seconded needs no second',
      () => unlessToSecond(moved(['ngozi']), 'devika'),
      'nothing-to-second',
    ],
    [
      'of two that are needed, one twice is one',
      () => unlessToSecond(main({ state: 'moved', needed: 2 }), 'ngozi'),
      'seconded-already',
    ],
    ['unseconded it is not stated', () => unlessToState(moved()), 'not-seconded'],
    ['seconded it is', () => unlessToState(moved(['ngozi'])), null],
    ['stated twice it is not', () => unlessToState(main()), 'nothing-to-state'],
    ['an amendment is never stated', () => unlessToState(amendment()), 'nothing-to-state'],
    [
      'before it is stated nothing is amended',
      () => unlessToAmend([moved(['ngozi'])], 'm'),
      'not-stated',
    ],
    ['stated it may be', () => unlessToAmend([main()], 'm'), null],
    [
      'one amendment at a time',
      () => unlessToAmend([main(), amendment()], 'm'),
      'amendment-pending',
    ],
    ['the amendment may be amended', () => unlessToAmend([main(), amendment()], 'a'), null],
    [
      'and no deeper',
      () => unlessToAmend([main(), amendment(), deeper()], 'd'),
      'amended-deep-enough',
    ],
    ['the amendment goes first', () => unlessToPut([main(), amendment()], 'm'), 'amendment-first'],
    [
      'the newest before all',
      () => unlessToPut([main(), amendment(), deeper()], 'a'),
      'amendment-first',
    ],
    ['the newest is put', () => unlessToPut([main(), amendment(), deeper()], 'd'), null],
    [
      'unless nobody seconds it',
      () => unlessToPut([main(), amendment({ seconders: [] })], 'a'),
      'not-seconded',
    ],
    ['what is not stated is not put', () => unlessToPut([moved(['ngozi'])], 'm'), 'not-stated'],
    ['one vote at a time', () => unlessToPut([main({ state: 'voting' })], 'm'), 'vote-open'],
    ['what is over is not put', () => unlessToPut([main()], 'x'), 'not-pending'],
    [
      'before it is stated the mover withdraws',
      () => withdrawing([moved()], 'm', 'oisin'),
      'withdrawn',
    ],
    ['nobody else does', () => withdrawing([moved()], 'm', 'ngozi'), 'not-your-motion'],
    ['stated, leave is asked', () => withdrawing([main()], 'm', 'oisin'), 'leave-asked'],
    [
      'during a vote nothing is withdrawn',
      () => withdrawing([main({ state: 'voting' })], 'm', 'oisin'),
      'vote-open',
    ],
    [
      'an amendment is withdrawn by its mover',
      () => withdrawing([main(), amendment()], 'a', 'devika'),
      'withdrawn',
    ],
    [
      'what is stated is postponed, with its amendments',
      () => unlessToPostpone([main(), amendment()]),
      null,
    ],
    ['what is not stated is not', () => unlessToPostpone([moved()]), 'not-stated'],
    ['what nobody seconds falls', () => unlessUnseconded(moved()), null],
    ['what is seconded does not', () => unlessUnseconded(moved(['ngozi'])), 'seconded-enough'],
  ]
  for (const [title, asked, wanted] of table) it(title, () => assert.equal(said(asked()), wanted))
})

describe('the next step', () => {
  const table: [string, Standing[], string | undefined][] = [
    ['nothing on the floor', [], undefined],
    ['moved', [moved()], 'second m'],
    ['seconded', [moved(['ngozi'])], 'state m'],
    ['stated', [main()], 'talk m'],
    ['amended', [main(), amendment({ seconders: [] })], 'second a'],
    ['amended and seconded', [main(), amendment()], 'talk a'],
    ['leave is asked', [main({ leaveAsked: true })], 'leave m'],
    ['a vote is open', [main(), amendment({ state: 'voting' })], 'vote a'],
  ]
  for (const [title, pending, wanted] of table)
    it(title, () => {
      const step = nextStep(pending)
      assert.equal(step ? `${step.do} ${step.id}` : undefined, wanted)
    })
})

const anyState = fc.constantFrom<State>('moved', 'stated', 'voting', 'counted', 'withdrawn', 'fell')
const anyFloor = fc
  .tuple(anyState, anyState, anyState, fc.nat(2), fc.nat(2))
  .map(([a, b, c, needed, has]): Standing[] => {
    const seconders = ['x', 'y'].slice(0, has)
    return [
      main({ state: a, needed, seconders }),
      amendment({ state: b, needed, seconders }),
      deeper({ state: c, needed, seconders }),
    ]
  })

test('whatever stands: only the newest is ever put, and while one vote is open nothing else begins', () => {
  fc.assert(
    fc.property(anyFloor, (all) => {
      const pending = pendingOf(all)
      assert.ok(pending.every(isPending))
      const puttable = pending.filter(({ id }) => unlessToPut(pending, id) === null)
      assert.ok(puttable.length <= 1)
      if (puttable[0]) assert.equal(puttable[0].id, pending.at(-1)?.id)
      if (!pending.some(({ state }) => state === 'voting')) return
      assert.equal(puttable.length, 0)
      assert.ok(pending.every(({ id }) => isRefusal(unlessToAmend(pending, id) ?? {})))
      assert.equal(nextStep(pending)?.do, 'vote')
    }),
  )
})

test('what ends takes with it what stands over it, and nothing below', () => {
  const pending = [main(), amendment(), deeper()]
  assert.deepEqual(endingWith(pending, 'a'), ['a', 'd'])
  assert.deepEqual(endingWith(pending, 'm'), ['m', 'a', 'd'])
  assert.deepEqual(endingWith(pending, 'x'), [])
})
