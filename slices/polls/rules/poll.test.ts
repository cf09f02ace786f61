/** When a poll may be asked, answered, changed and ended, in tables. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { DAY, HOUR, MINUTE, plus } from '#kernel/clock.ts'
import * as rules from './poll.ts'

const NOW = '2026-12-03T18:00:00.000Z'
const later = (ms: number) => plus(NOW, ms)
const TEA = { startsAt: later(5 * DAY), minutes: 60 }
const LUNCH = { startsAt: later(6 * DAY), minutes: 90 }

const time: rules.Asked = {
  form: 'time',
  closesAt: later(3 * DAY),
  slots: [TEA, LUNCH],
  hidden: false,
  shown: 'at-once',
}
const sense: rules.Asked = { ...time, form: 'sense', slots: [] }
const round: rules.Asked = { ...time, form: 'round', slots: [] }
const times = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ ...TEA, startsAt: later(5 * DAY + at * HOUR) }))

const ASKING: [what: string, asked: rules.Asked, refused: string | null][] = [
  ['two times', time, null],
  ['a statement', sense, null],
  ['a question', round, null],
  ['no time at all', { ...time, slots: [] }, 'no-times'],
  ['sixty times', { ...time, slots: times(60) }, null],
  ['one more than sixty', { ...time, slots: times(61) }, 'too-many-times'],
  ['a time of yesterday', { ...time, slots: [{ ...TEA, startsAt: later(-DAY) }] }, 'time-past'],
  ['a time that begins now', { ...time, slots: [{ ...TEA, startsAt: NOW }] }, 'time-past'],
  ['the same time twice', { ...time, slots: [TEA, TEA] }, 'time-twice'],
  ['one start, two lengths', { ...time, slots: [TEA, { ...TEA, minutes: 90 }] }, null],
  ['closing in a minute', { ...sense, closesAt: later(MINUTE) }, 'closes-too-soon'],
  ['closing in a quarter of an hour', { ...sense, closesAt: later(15 * MINUTE) }, null],
  ['closing in two years', { ...sense, closesAt: later(730 * DAY) }, 'closes-too-late'],
  ['closing after the last time', { ...time, closesAt: later(7 * DAY) }, 'closes-after-times'],
  ['closing between the times', { ...time, closesAt: later(5 * DAY + HOUR) }, null],
  ['times seen after one’s own', { ...time, shown: 'after-own' }, 'times-at-once'],
  ['times without names', { ...time, hidden: true }, null],
  ['a statement without names', { ...sense, hidden: true, shown: 'after-own' }, null],
  ['a question without names', { ...round, hidden: true }, 'names-in-rounds'],
]

test('what may be asked', () => {
  for (const [what, asked, refused] of ASKING)
    assert.equal(rules.unfit(asked, NOW)?.refused ?? null, refused, what)
})

test('who has twenty polls open asks no more in that circle', () => {
  assert.equal(rules.mayAsk(19), null)
  assert.equal(rules.mayAsk(20)?.refused, 'many-polls-open')
})

const open: rules.Standing = {
  form: 'sense',
  closesAt: later(DAY),
  closedAt: null,
  withdrawnAt: null,
  called: false,
  answers: 0,
}
const POLLS: Record<string, rules.Standing> = {
  fresh: open,
  answered: { ...open, answers: 3 },
  'past its time': { ...open, closesAt: NOW, answers: 3 },
  closed: { ...open, closedAt: later(-HOUR), answers: 3 },
  withdrawn: { ...open, withdrawnAt: later(-HOUR) },
  called: { ...open, form: 'time', closedAt: later(-HOUR), called: true, answers: 3 },
  'called off': { ...open, form: 'time', closedAt: later(-HOUR), answers: 3 },
}
const again = { closesAt: later(2 * DAY), slots: [] }

/** What may be done with each: `-` it may. */
const DEEDS: Record<string, string[]> = {
  //                answer            change              move              reopen              withdraw            sum
  fresh: ['-', '-', '-', 'poll-open-still', '-', 'poll-open-still'],
  answered: ['-', 'poll-answered', '-', 'poll-open-still', '-', 'poll-open-still'],
  'past its time': ['poll-over', 'poll-over', 'poll-over', '-', '-', '-'],
  closed: ['poll-over', 'poll-over', 'poll-over', '-', '-', '-'],
  withdrawn: Array.from({ length: 6 }, () => 'poll-withdrawn'),
  called: [
    'poll-over',
    'poll-over',
    'poll-over',
    'gathering-stands',
    'gathering-stands',
    'no-summary-here',
  ],
  'called off': ['poll-over', 'poll-over', 'poll-over', '-', '-', 'no-summary-here'],
}

test('what may be done with a poll, wherever it stands', () => {
  for (const [what, expected] of Object.entries(DEEDS)) {
    const poll = POLLS[what] ?? open
    const found = [
      rules.mayAnswer(poll, NOW),
      rules.mayChange(poll, NOW),
      rules.moveClose(poll, again, NOW),
      rules.reopen(poll, again, NOW),
      rules.mayWithdraw(poll),
      rules.maySum(poll, NOW),
    ].map((answer) => answer?.refused ?? '-')
    assert.deepEqual(found, expected, what)
  }
})

test('a time is chosen from a poll that was not withdrawn, as long as it lies ahead', () => {
  const poll = { ...open, form: 'time' as const, answers: 2 }
  const chosen = (standing: rules.Standing, slot: rules.Slot | null) =>
    rules.mayChoose(standing, slot, NOW)?.refused ?? '-'
  assert.equal(chosen(poll, TEA), '-')
  assert.equal(chosen({ ...poll, closedAt: NOW }, TEA), '-')
  assert.equal(chosen(poll, null), 'time-unknown')
  assert.equal(chosen(open, TEA), 'time-unknown')
  assert.equal(chosen({ ...poll, withdrawnAt: NOW }, TEA), 'poll-withdrawn')
  assert.equal(chosen(poll, { ...TEA, startsAt: NOW }), 'time-past')
})

test('an answer says something, and not too much', () => {
  const said = (form: rules.Form, given: Partial<rules.Given>) =>
    rules.unfitAnswer(form, { stance: null, text: '', marks: 0, ...given })?.refused ?? '-'
  assert.equal(said('time', { marks: 1 }), '-')
  assert.equal(said('time', { text: 'None of these.' }), '-')
  assert.equal(said('time', {}), 'answer-missing')
  assert.equal(said('sense', { stance: 'unsure' }), '-')
  assert.equal(said('sense', { text: 'Well.' }), 'answer-missing')
  assert.equal(said('round', { text: 'Bread.' }), '-')
  assert.equal(said('round', { stance: 'good' }), 'answer-missing')
  assert.equal(said('round', { text: 'é'.repeat(4000) }), '-')
  assert.equal(said('round', { text: 'é'.repeat(4001) }), 'answer-too-long')
  assert.equal(said('sense', { stance: 'good', text: 'a'.repeat(1001) }), 'answer-too-long')
})

test('others’ answers are seen as they come, or after one’s own, and by all once it is over', () => {
  const sees = (shown: rules.Shown, state: rules.State, answered: boolean) =>
    rules.seesAnswers({ shown, state }, { answered })
  assert.ok(sees('at-once', 'open', false))
  assert.ok(!sees('after-own', 'open', false))
  assert.ok(sees('after-own', 'open', true))
  assert.ok(sees('after-own', 'closed', false))
})

test('one is reminded a day before the close, or at half time, and always while it is open', () => {
  assert.equal(rules.remindsAt(NOW, later(7 * DAY)), later(6 * DAY))
  assert.equal(rules.remindsAt(NOW, later(DAY)), later(12 * HOUR))
  fc.assert(
    fc.property(fc.integer({ min: 15, max: 366 * 24 * 60 }), (minutes) => {
      const at = rules.remindsAt(NOW, later(minutes * MINUTE))
      assert.ok(at > NOW && at < later(minutes * MINUTE))
    }),
  )
})
