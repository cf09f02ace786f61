import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefusal } from '#kernel/change.ts'
import { isListedFor, maySee, STRANGER } from './access.ts'
import { callGathering, cancelGathering, changeGathering, Plan, type Standing } from './calling.ts'
import { doorsAreOpen, isInFeeds, phaseOf, reminderDue } from './doors.ts'
import { Rule } from './recurrence.ts'

const NOW = '2026-11-24T10:00:00.000Z'
const plan = Plan.parse({
  title: 'Who keeps the keys?',
  zone: 'Europe/Amsterdam',
  startsAt: '2026-12-03T18:00:00.000Z',
  minutes: 125,
})
const standing: Standing = {
  ...plan,
  sequence: 2,
  cancelledAt: null,
  openedAt: null,
  endedAt: null,
}

test('nobody can call a gathering for yesterday', () => {
  const late = { ...plan, startsAt: '2026-11-23T18:00:00.000Z' }
  assert.deepEqual(callGathering(late, null, NOW), { refused: 'starts-in-the-past' })
})

test('a recurring call names its own first day', () => {
  const fridays = Rule.parse({ every: 'week', on: ['FR'] })
  assert.deepEqual(callGathering(plan, fridays, NOW), { refused: 'rule-misses-start' })
  const thursdays = Rule.parse({ every: 'week', on: ['TH'] })
  assert.ok(!isRefusal(callGathering(plan, thursdays, NOW)))
})

const CHANGES: { what: string; wish: object; sequence: number; told: boolean }[] = [
  {
    what: 'an hour later',
    wish: { startsAt: '2026-12-03T19:00:00.000Z' },
    sequence: 3,
    told: true,
  },
  { what: 'another title', wish: { title: 'Who holds the keys?' }, sequence: 3, told: true },
  {
    what: 'a call in another tool',
    wish: { settings: { ...plan.settings, elsewhere: 'https://call.example/room' } },
    sequence: 3,
    told: true,
  },
  { what: 'more words on why', wish: { purpose: 'Three can open all.' }, sequence: 2, told: false },
  { what: 'the same again', wish: { title: plan.title }, sequence: 2, told: false },
]

test('people are told again of a new time or title, and only then', () => {
  for (const { what, wish, sequence, told } of CHANGES) {
    const change = changeGathering(standing, wish, NOW)
    assert.ok(!isRefusal(change))
    assert.deepEqual([change.changed.sequence, change.changed.told], [sequence, told], what)
  }
})

test('what is open, over or called off is changed no more', () => {
  const at = '2026-12-03T18:00:00.000Z'
  const states = {
    openedAt: 'gathering-open',
    endedAt: 'gathering-over',
    cancelledAt: 'gathering-cancelled',
  }
  for (const [state, refused] of Object.entries(states)) {
    const then = { ...standing, [state]: at }
    assert.deepEqual(changeGathering(then, { title: 'x' }, NOW), { refused })
    assert.deepEqual(cancelGathering(then, 'the hall is flooded'), { refused })
  }
})

test('who sees what', () => {
  const someone = { ...STRANGER }
  const member = { ...STRANGER, member: true }
  const invited = { ...STRANGER, invited: true }
  const guest = { ...STRANGER, key: true }
  const seen = (access: 'public' | 'members' | 'invited') =>
    [someone, member, invited, guest].map((who) => maySee(access, who))
  assert.deepEqual(seen('public'), [true, true, true, true])
  assert.deepEqual(seen('members'), [false, true, true, true])
  assert.deepEqual(seen('invited'), [false, false, true, true])
  assert.equal(isListedFor('members', guest), false)
})

test('doors open a quarter before and close when it is over', () => {
  const gathering = { ...standing }
  assert.equal(doorsAreOpen(gathering, '2026-12-03T17:44:59.000Z'), false)
  assert.equal(doorsAreOpen(gathering, '2026-12-03T17:45:00.000Z'), true)
  const ended = { ...gathering, endedAt: '2026-12-03T19:00:00.000Z' }
  assert.equal(phaseOf(ended, '2026-12-03T19:00:01.000Z'), 'past')
})

test('one is reminded a day and a quarter before, late rather than never, never after the start', () => {
  const invitedAt = NOW
  const table = [
    ['2026-12-02T17:59:59.000Z', null],
    ['2026-12-02T18:00:00.000Z', 'day'],
    ['2026-12-03T09:00:00.000Z', 'day'],
    ['2026-12-03T17:45:00.000Z', 'quarter'],
    ['2026-12-03T18:00:00.000Z', null],
  ] as const
  for (const [now, due] of table) assert.equal(reminderDue(standing, invitedAt, now), due, now)
  const justInvited = '2026-12-03T09:00:00.000Z'
  assert.equal(reminderDue(standing, justInvited, '2026-12-03T10:00:00.000Z'), null)
})

test('a gathering that was called off stays in feeds for 90 days', () => {
  const off = { ...standing, cancelledAt: '2026-12-01T00:00:00.000Z' }
  assert.equal(isInFeeds(off, '2027-03-03T17:00:00.000Z'), true)
  assert.equal(isInFeeds(off, '2027-03-03T18:00:01.000Z'), false)
})
