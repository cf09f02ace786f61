/** Stories of time polls that end as gatherings: called once, with what people answered. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { DAY, HOUR, plus } from '#kernel/clock.ts'
import { changeCircle, leaveCircle, makeCircle } from '#slices/circles/index.ts'
import {
  answerGathering,
  cancelGathering,
  listInvited,
  readGathering,
} from '#slices/gatherings/api.ts'
import { called } from '#testing/gatherings.ts'
import { openTestHall } from '#testing/hall.ts'
import { foundedHall, type Somebody, somebody } from '#testing/people.ts'
import { askedTimes, marked } from '#testing/polls.ts'
import { openPost } from '#testing/post.ts'
import * as asking from './api/asking.ts'
import * as reading from './api/reading.ts'
import type { PollId } from './store/tables.ts'

const post = await openPost()
const hall = await openTestHall({ config: { smtpUrl: post.url } })
after(async () => {
  assert.deepEqual(hall.errors, [])
  await hall.close()
  await post[Symbol.asyncDispose]()
})
const { coop, maren } = await foundedHall(hall)
const member = (name: string) => somebody(hall, name, { circles: [coop] })
const [chiara, yuki, joost] = [
  await member('Chiara Bellandi'),
  await member('Yuki Tanabe'),
  await member('Joost van Dalen'),
]
const now = () => hall.clock.now()
const read = (who: Somebody, poll: PollId) =>
  who.browser.call(reading.readPoll, { params: { poll } })
const slotAt = async (poll: PollId, at: number) => (await read(maren, poll)).slots[at]?.id ?? 'slt_'
const choose = async (who: Somebody, poll: PollId, at: number) =>
  who.browser.call(asking.callFromPoll, {
    params: { poll },
    body: { slot: await slotAt(poll, at) },
  })
const answerTo = async (who: Somebody, gathering: `gth_${string}`) =>
  (await who.browser.call(readGathering, { params: { gathering } })).answer

test('a chosen time becomes a gathering; what people said of it is their answer, which they may change', async () => {
  const poll = await askedTimes(maren, coop, now(), { words: 'Bring gloves.' })
  await marked(chiara, poll, ['no', 'yes', null])
  await marked(yuki, poll, ['yes', 'need', null])
  await marked(joost, poll, ['yes', 'no', null])
  const { gathering } = await choose(maren, poll, 1)
  const shown = await maren.browser.call(readGathering, { params: { gathering } })
  assert.deepEqual(
    [shown.title, shown.startsAt, shown.minutes, shown.zone, shown.access, shown.circle?.id],
    [
      'When do we clean the hall?',
      '2026-12-11T18:00:00.000Z',
      90,
      'Europe/Amsterdam',
      'members',
      coop,
    ],
  )
  assert.match(shown.purpose, new RegExp(`Bring gloves[^]*/polls/${poll}`))
  assert.deepEqual(
    [await answerTo(chiara, gathering), await answerTo(yuki, gathering)],
    ['yes', 'maybe'],
  )
  assert.equal(await answerTo(joost, gathering), 'no')
  assert.equal(await answerTo(maren, gathering), null)
  await joost.browser.call(answerGathering, { params: { gathering }, body: { answer: 'yes' } })
  assert.equal(await answerTo(joost, gathering), 'yes')
  const over = await read(chiara, poll)
  assert.deepEqual([over.state, over.called?.gathering], ['closed', gathering])
  const behind = { params: { gathering } }
  const { poll: back } = await chiara.browser.call(reading.pollBehindGathering, behind)
  assert.deepEqual(back, { poll, title: 'When do we clean the hall?' })
  const stranger = await somebody(hall, 'Aroha Ngata')
  assert.deepEqual(await stranger.browser.call(reading.pollBehindGathering, behind), { poll: null })
  const letter = await post.lettersTo(chiara.email, 2)
  assert.match(letter.raw, /text\/calendar/, 'the second letter, after the poll itself')
})

test('pressed twice, by two at once, there is one gathering', async () => {
  const poll = await askedTimes(maren, coop, now())
  await marked(chiara, poll, ['yes'])
  const made = await Promise.all([choose(maren, poll, 0), choose(maren, poll, 0)])
  assert.equal(new Set(made.map(({ gathering }) => gathering)).size, 1)
  const slot = await slotAt(poll, 2)
  const other = { params: { poll }, body: { slot } }
  assert.equal((await maren.browser.refused(asking.callFromPoll, other)).name, 'gathering-stands')
})

test('only whoever may call gatherings here chooses; who cannot is told whom to ask', async () => {
  const by = { by: maren.id, now: now() }
  await hall.hall.transact((tx) => changeCircle(tx, coop, { calls: 'named' }, by))
  const poll = await askedTimes(chiara, coop, now())
  const slot = await slotAt(poll, 0)
  const wish = { params: { poll }, body: { slot } }
  const { may } = await read(chiara, poll)
  assert.deepEqual([may.keep, may.call], [true, false])
  const refused = await chiara.browser.refused(asking.callFromPoll, wish)
  assert.equal(refused.name, 'not-yours-to-call')
  assert.match(refused.title, /facilitators/)
  assert.equal((await yuki.browser.refused(asking.callFromPoll, wish)).status, 403)
  assert.ok((await choose(maren, poll, 0)).gathering)
  await hall.hall.transact((tx) => changeCircle(tx, coop, { calls: 'members' }, by))
})

test('names hidden: the gathering is called without anybody’s answer', async () => {
  const poll = await askedTimes(maren, coop, now(), { hidden: true })
  await marked(chiara, poll, ['yes'])
  const { gathering } = await choose(maren, poll, 0)
  assert.equal(await answerTo(chiara, gathering), null)
})

test('who left the circle is not asked to come', async () => {
  const gone = await member('Oisín Farrelly')
  const poll = await askedTimes(maren, coop, now())
  await marked(gone, poll, ['yes'])
  await hall.hall.transact((tx) => leaveCircle(tx, coop, gone.id, { by: gone.id, now: now() }))
  const { gathering } = await choose(maren, poll, 0)
  const { invited, others } = await maren.browser.call(listInvited, { params: { gathering } })
  assert.ok(![...invited, ...others].some(({ name }) => name === 'Oisín Farrelly'))
  assert.equal(invited.length, 4)
})

test('a gathering that is called off lets its poll be opened again, and another time be chosen', async () => {
  const poll = await askedTimes(maren, coop, now())
  const { gathering } = await choose(maren, poll, 0)
  const params = { poll }
  const open = { params, body: { closesAt: plus(now(), DAY) } }
  assert.equal((await maren.browser.refused(asking.reopenPoll, open)).name, 'gathering-stands')
  const why = { params, body: { why: 'Rain.' } }
  assert.equal((await maren.browser.refused(asking.withdrawPoll, why)).name, 'gathering-stands')
  await maren.browser.call(cancelGathering, { params: { gathering }, body: { reason: 'Rain.' } })
  await maren.browser.call(asking.reopenPoll, open)
  assert.equal((await read(chiara, poll)).called, null)
  const next = await choose(maren, poll, 1)
  assert.notEqual(next.gathering, gathering)
})

test('each sees which times fall together with what they said yes to or are asked to', async () => {
  const loft = await hall.hall.transact((tx) =>
    makeCircle(tx, { name: 'Loft', parent: coop, kind: 'working' }, { by: maren.id, now: now() }),
  )
  const tea = await called(maren.browser, loft, {
    title: 'Tea',
    starts: '2026-12-11T20:00',
    minutes: 60,
  })
  await yuki.browser.call(answerGathering, {
    params: { gathering: tea },
    body: { answer: 'maybe' },
  })
  const poll = await askedTimes(maren, coop, now())
  const clashes = async (who: Somebody) =>
    (await read(who, poll)).slots.map((slot) =>
      slot.clashes.filter(({ gathering }) => gathering === tea).map(({ title }) => title),
    )
  assert.deepEqual(await clashes(yuki), [[], ['Tea'], []])
  assert.deepEqual(await clashes(chiara), [[], [], []])
  await yuki.browser.call(answerGathering, { params: { gathering: tea }, body: { answer: 'no' } })
  assert.deepEqual(await clashes(yuki), [[], [], []])
})

test('a time that has passed is not chosen any more, nor one of another poll', async () => {
  const poll = await askedTimes(maren, coop, now())
  const other = await askedTimes(maren, coop, now())
  const strange = { params: { poll }, body: { slot: await slotAt(other, 0) } }
  assert.equal((await maren.browser.refused(asking.callFromPoll, strange)).name, 'time-unknown')
  const late = { params: { poll }, body: { slot: await slotAt(poll, 0) } }
  hall.clock.set('2026-12-10T18:00:00.000Z')
  const refused = await maren.browser.refused(asking.callFromPoll, late)
  assert.equal(refused.name, 'time-past')
  hall.clock.pass(HOUR)
})
