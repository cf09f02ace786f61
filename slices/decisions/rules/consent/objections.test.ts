/** Whose step it is with an objection, and what it leads to: every case, and what no run of steps does. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '#kernel/change.ts'
import { wordsIn } from '#kernel/words.ts'
import { kindsPresets } from '../kinds/presets.ts'
import type { State } from '../life/life.ts'
import {
  afterStep,
  holdsUp,
  OBJECTION_STATES,
  type ObjectionState,
  refuseJudging,
  refuseObjecting,
  silentAt,
  STEPS,
  type Step,
  type Stepping,
  stepsFor,
  type Who,
} from './objections.ts'

const NOBODY: Who = { objected: false, proposed: false, keeps: false, steward: false }
const WHO = {
  objector: { ...NOBODY, objected: true },
  proposer: { ...NOBODY, proposed: true, keeps: true },
  steward: { ...NOBODY, steward: true, keeps: true },
  'objecting steward': { ...NOBODY, objected: true, steward: true, keeps: true },
  'proposing steward': { objected: false, proposed: true, keeps: true, steward: true },
  member: NOBODY,
} satisfies Record<string, Who>

type Case = {
  step: Step
  by: keyof typeof WHO
  from?: ObjectionState
  text?: number
  decision?: State
  judges?: boolean
  said?: boolean
}
const stepping = ({ step, by, from = 'open', text = 1, ...more }: Case): Stepping => ({
  step,
  objection: { state: from, text },
  decision: more.decision ?? 'talk',
  stands: 2,
  judges: more.judges ?? true,
  who: WHO[by],
  said: more.said ?? true,
})
const end = (given: Case) => {
  const after = afterStep(stepping(given))
  return isRefusal(after) ? after.refused : after.state
}

suite('a step with an objection', () => {
  const table: [what: string, given: Case, leads: string][] = [
    ['the proposer says the new text answers it', { step: 'answer', by: 'proposer' }, 'answered'],
    [
      '…the text objected to answers nothing',
      { step: 'answer', by: 'proposer', text: 2 },
      'text-not-changed',
    ],
    [
      'one carried along is answered by any text',
      { step: 'answer', by: 'proposer', text: 0 },
      'answered',
    ],
    [
      'a later text may answer a kept one',
      { step: 'answer', by: 'proposer', from: 'kept' },
      'answered',
    ],
    ['who objected does not answer it', { step: 'answer', by: 'objector' }, 'not-your-objection'],
    [
      'who objected says it is answered',
      { step: 'accept', by: 'objector', from: 'answered' },
      'integrated',
    ],
    [
      'the proposer can’t say that',
      { step: 'accept', by: 'proposer', from: 'answered' },
      'not-your-objection',
    ],
    ['what was not answered is not accepted', { step: 'accept', by: 'objector' }, 'objection-over'],
    ['not answered: open again', { step: 'reject', by: 'objector', from: 'answered' }, 'open'],
    [
      'who objected keeps it, without a word',
      { step: 'keep', by: 'objector', said: false },
      'kept',
    ],
    ['the proposer ends the talk about it', { step: 'keep', by: 'proposer' }, 'kept'],
    ['…with a reason', { step: 'keep', by: 'proposer', said: false }, 'step-reason-missing'],
    [
      '…not while the other has days to answer',
      { step: 'keep', by: 'proposer', from: 'answered' },
      'not-your-objection',
    ],
    [
      'it is taken back, also when open',
      { step: 'withdraw', by: 'objector', from: 'kept', decision: 'open' },
      'withdrawn',
    ],
    ['it is not taken back by another', { step: 'withdraw', by: 'steward' }, 'not-your-objection'],
    ['a steward judges', { step: 'judge', by: 'steward' }, 'not-valid'],
    ['…with a reason', { step: 'judge', by: 'steward', said: false }, 'step-reason-missing'],
    ['…never their own', { step: 'judge', by: 'objecting steward' }, 'own-objection-judged'],
    ['…never what they proposed', { step: 'judge', by: 'proposing steward' }, 'proposer-judges'],
    ['a member does not judge', { step: 'judge', by: 'member' }, 'stewards-judge'],
    [
      'where the rules let nobody judge',
      { step: 'judge', by: 'steward', judges: false },
      'nobody-judges',
    ],
    [
      'what is integrated is over',
      { step: 'judge', by: 'steward', from: 'integrated' },
      'objection-over',
    ],
    [
      'once it is open nothing is answered',
      { step: 'answer', by: 'proposer', decision: 'open' },
      'no-objections-now',
    ],
    [
      'once it is counted nothing moves',
      { step: 'withdraw', by: 'objector', decision: 'counted' },
      'no-objections-now',
    ],
    [
      'in a draft nothing moves',
      { step: 'answer', by: 'proposer', text: 0, decision: 'draft' },
      'no-objections-now',
    ],
  ]
  for (const [what, given, leads] of table) test(what, () => assert.equal(end(given), leads))
})

const anyCase = fc.record({
  step: fc.constantFrom(...STEPS),
  by: fc.constantFrom(...(['objector', 'proposer', 'steward', 'member'] as const)),
  from: fc.constantFrom(...OBJECTION_STATES),
  judges: fc.boolean(),
  said: fc.boolean(),
})

test('only who objected integrates, and only what was answered; nothing over moves again', () => {
  fc.assert(
    fc.property(anyCase, (given) => {
      const leads = end(given)
      if (leads === 'integrated') assert.deepEqual([given.by, given.from], ['objector', 'answered'])
      if (['integrated', 'withdrawn', 'not-valid'].includes(given.from))
        assert.ok(!OBJECTION_STATES.some((state) => state === leads))
      if (leads === 'not-valid') assert.ok(given.judges && given.said && given.by === 'steward')
    }),
  )
})

test('what is offered can be done, and what can be done is offered', () => {
  fc.assert(
    fc.property(anyCase, ({ step, by, from, judges }) => {
      const { step: _, said: __, ...given } = stepping({ step, by, from, judges })
      const done = afterStep({ ...given, step, said: true })
      assert.equal(stepsFor(given).includes(step), !isRefusal(done))
    }),
  )
})

test('two states hold up the opening; seven days of the clock are seven days', () => {
  assert.deepEqual(
    OBJECTION_STATES.filter((state) => holdsUp({ state })),
    ['open', 'answered'],
  )
  // The clock of Dublin is set forward on the way.
  assert.equal(silentAt('2027-03-25T10:00:00.000Z', 'Europe/Dublin'), '2027-04-01T09:00:00.000Z')
})

const { say } = wordsIn('en')
const kinds = kindsPresets(say)['full-commons'].kinds
const consent = kinds.find(({ method }) => method.kind === 'consent') ?? null
const vote = kinds.find(({ method }) => method.kind === 'question') ?? null

test('objections are made in talk, by consent, and not by who proposed it', () => {
  const asked = (...[state, kind, proposed]: [State, typeof consent, boolean]) =>
    refuseObjecting(state, kind, { proposed })?.refused ?? 'fine'
  assert.equal(asked('talk', consent, false), 'fine')
  assert.equal(asked('talk', consent, true), 'own-proposal-objected')
  assert.equal(asked('draft', consent, false), 'no-objections-now')
  assert.equal(asked('open', consent, false), 'no-objections-now')
  assert.equal(asked('talk', vote, false), 'not-by-consent')
  assert.equal(asked('talk', null, false), 'not-by-consent')
})

test('a ballot is judged where it objects and the kind lets stewards judge', () => {
  assert.ok(consent)
  const ruled = { ...consent, method: { kind: 'consent', judges: 'stewards' } as const }
  const answer = (given: 'object' | 'aside') => ({ kind: 'answer', answer: given }) as const
  const { steward } = WHO
  assert.equal(refuseJudging(ruled, answer('object'), steward), null)
  assert.equal(refuseJudging(ruled, answer('aside'), steward)?.refused, 'no-objection-there')
  assert.equal(refuseJudging(consent, answer('object'), steward)?.refused, 'nobody-judges')
})
