/** Stories of polls: asked, answered, changed, closed, opened again, withdrawn; who sees what. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { DAY, HOUR, plus } from '#kernel/clock.ts'
import { handBack } from '#kernel/handing-over.ts'
import { addressOf } from '#kernel/operation.ts'
import { erasePerson } from '#slices/people/index.ts'
import { readLine } from '#slices/threads/api/reading.ts'
import { openTestHall } from '#testing/hall.ts'
import { foundedHall, type Somebody, somebody } from '#testing/people.ts'
import { askedRound, askedSense, askedTimes, marked } from '#testing/polls.ts'
import { began } from '#testing/threads.ts'
import { readBeginning } from '#slices/decisions/api/making.ts'
import * as answering from './api/answering.ts'
import * as asking from './api/asking.ts'
import * as reading from './api/reading.ts'
import { handPollsOver } from './store/merging.ts'
import { makePoll } from './store/polls.ts'
import { ownPolls } from './store/own-data.ts'
import type { PollId } from './store/tables.ts'
import { keepPolls } from './timers/keeping.ts'

const hall = await openTestHall()
after(async () => {
  assert.deepEqual(hall.errors, [])
  await hall.close()
})
const { coop, maren } = await foundedHall(hall)
const member = (name: string) => somebody(hall, name, { circles: [coop] })
const [chiara, yuki, joost] = [
  await member('Chiara Bellandi'),
  await member('Yuki Tanabe'),
  await member('Joost van Dalen'),
]
const stranger = await somebody(hall, 'Aroha Ngata')
const now = () => hall.clock.now()
const read = (who: Somebody, poll: PollId) =>
  who.browser.call(reading.readPoll, { params: { poll } })
const answers = (who: Somebody, poll: PollId) =>
  who.browser.call(reading.listPollAnswers, { params: { poll } })
const senses = (who: Somebody, poll: PollId, stance: 'good' | 'unsure' | 'concern', text = '') =>
  who.browser.call(answering.answerPoll, { params: { poll }, body: { stance, text } })
const tells = (who: Somebody, poll: PollId, text: string) =>
  who.browser.call(answering.answerPoll, { params: { poll }, body: { text } })

test('three say which evening suits, each by name; the best one is told, and a tie with it', async () => {
  const poll = await askedTimes(maren, coop, now())
  await marked(chiara, poll, ['yes', 'need', 'no'], 'I come from work.')
  await marked(yuki, poll, ['no', 'yes', 'yes'])
  const first = await read(joost, poll)
  assert.deepEqual(
    first.slots.map(({ startsAt, sums }) => [startsAt, sums.yes, sums.need, sums.no]),
    [
      ['2026-12-10T18:00:00.000Z', 1, 0, 1],
      ['2026-12-11T18:00:00.000Z', 1, 1, 0],
      ['2026-12-14T18:00:00.000Z', 1, 0, 1],
    ],
  )
  assert.deepEqual([first.best, first.level], [first.slots[1]?.id, []])
  assert.deepEqual([first.answers, first.inside], [2, 4])
  await marked(yuki, poll, ['yes', 'need'])
  await marked(joost, poll, [null, null, 'yes'])
  const later = await read(joost, poll)
  assert.deepEqual([later.best, later.level], [later.slots[0]?.id, []])
  assert.deepEqual(
    later.slots.map(({ mine }) => mine),
    [null, null, 'yes'],
  )
  const told = (await answers(joost, poll)).answers
  assert.deepEqual(told.map(({ who, text, marks }) => [who?.name, text, marks.length]).toSorted(), [
    ['Chiara Bellandi', 'I come from work.', 3],
    ['Joost van Dalen', '', 1],
    ['Yuki Tanabe', '', 2],
  ])
})

test('who is not of the circle sees nothing of it, not even that it is there', async () => {
  const poll = await askedSense(maren, coop, now())
  const params = { poll }
  for (const op of [reading.readPoll, reading.listPollAnswers])
    assert.equal((await stranger.browser.refused(op, { params })).status, 404)
  const body = { stance: 'good' as const }
  assert.equal((await stranger.browser.refused(answering.answerPoll, { params, body })).status, 404)
  assert.equal((await chiara.browser.refused(asking.closePoll, { params })).status, 403)
  const listener = await stranger.browser.listen({ [`poll:${poll}`]: 0 })
  await listener.until(() => listener.frames.some(({ refused }) => refused !== undefined))
  listener.close()
})

test('what others answer shows after one’s own answer, where the asker chose so', async () => {
  const poll = await askedSense(maren, coop, now(), { shown: 'after-own' })
  await senses(chiara, poll, 'concern', 'It eats a lot of power.')
  const before = await read(yuki, poll)
  assert.deepEqual([before.sees, before.stances, before.answers], [false, null, 1])
  assert.deepEqual((await answers(yuki, poll)).answers, [])
  assert.deepEqual((await answers(maren, poll)).answers, [], 'nor does whoever asked')
  const file = await yuki.browser.fetch(addressOf(reading.exportPoll, { poll, format: 'json' }))
  assert.doesNotMatch(await file.text(), /a lot of power/)
  await senses(yuki, poll, 'good')
  const own = await read(yuki, poll)
  assert.deepEqual([own.sees, own.stances], [true, { good: 1, unsure: 0, concern: 1 }])
  await maren.browser.call(asking.closePoll, { params: { poll } })
  assert.equal((await answers(joost, poll)).answers.length, 2)
})

test('where names are hidden, nothing tells who said what: not page, file, news or own data of others', async () => {
  const poll = await askedSense(maren, coop, now(), { hidden: true })
  const topic = `poll:${poll}`
  const listener = await joost.browser.listen({ [topic]: 0 })
  await senses(chiara, poll, 'concern', 'It eats a lot of power.')
  await senses(yuki, poll, 'good', 'At last.')
  const told = await answers(joost, poll)
  assert.deepEqual(
    told.answers.map(({ who, text, at }) => [who, text, at]),
    [
      [null, 'At last.', null],
      [null, 'It eats a lot of power.', null],
    ],
  )
  await listener.until(
    () => listener.entries(topic).filter(({ kind }) => kind === 'poll.answered').length > 1,
  )
  for (const { kind, actor, data } of listener.entries(topic))
    if (kind === 'poll.answered') assert.deepEqual([actor, data], [null, {}])
  listener.close()
  for (const format of ['csv', 'json'] as const) {
    const file = await maren.browser.fetch(addressOf(reading.exportPoll, { poll, format }))
    const text = await file.text()
    assert.match(text, /a lot of power/)
    assert.doesNotMatch(text, /Chiara|Yuki/)
  }
  assert.equal((await read(chiara, poll)).mine?.text, 'It eats a lot of power.')
})

test('until somebody answers the asker changes what is asked; from then on only the close moves', async () => {
  const poll = await askedSense(chiara, coop, now())
  const params = { poll }
  const closesAt = plus(now(), 2 * DAY)
  const body = { title: 'We buy a second-hand bread oven', closesAt }
  await chiara.browser.call(asking.changePoll, { params, body })
  assert.equal((await read(yuki, poll)).title, 'We buy a second-hand bread oven')
  await senses(yuki, poll, 'good')
  const late = await chiara.browser.refused(asking.changePoll, { params, body })
  assert.equal(late.name, 'poll-answered')
  assert.match(late.title, /what is asked stands/)
  const more = plus(now(), 9 * DAY)
  await chiara.browser.call(asking.movePollClose, { params, body: { closesAt: more } })
  assert.equal((await read(yuki, poll)).closesAt, more)
  await yuki.browser.call(answering.takeAnswerBack, { params })
  await chiara.browser.call(asking.changePoll, { params, body })
})

test('it is closed early by who asked or a steward, opened again, and withdrawn with a reason', async () => {
  const poll = await askedRound(chiara, coop, now())
  const params = { poll }
  await tells(yuki, poll, 'Blankets.')
  await maren.browser.call(asking.closePoll, { params })
  const closed = await read(yuki, poll)
  assert.deepEqual([closed.state, closed.closed?.by?.name], ['closed', 'Maren Solheim'])
  const body = { text: 'Wool.' }
  const late = await yuki.browser.refused(answering.answerPoll, { params, body })
  assert.equal(late.name, 'poll-over')
  assert.equal((await yuki.browser.refused(answering.takeAnswerBack, { params })).name, 'poll-over')
  const closesAt = plus(now(), DAY)
  await chiara.browser.call(asking.reopenPoll, { params, body: { closesAt } })
  await tells(yuki, poll, 'Wool.')
  const again = await chiara.browser.refused(asking.reopenPoll, { params, body: { closesAt } })
  assert.equal(again.name, 'poll-open-still')
  await chiara.browser.call(asking.withdrawPoll, { params, body: { why: 'Asked elsewhere.' } })
  const gone = await read(yuki, poll)
  assert.deepEqual(
    [gone.state, gone.withdrawn?.why, gone.withdrawn?.by?.name],
    ['withdrawn', 'Asked elsewhere.', 'Chiara Bellandi'],
  )
  const reopened = await chiara.browser.refused(asking.reopenPoll, { params, body: { closesAt } })
  assert.equal(reopened.name, 'poll-withdrawn')
})

test('it closes by itself at its time, once, and nobody answers a moment later', async () => {
  const poll = await askedSense(maren, coop, now(), { closesAt: plus(now(), HOUR) })
  hall.clock.pass(HOUR)
  const refused = await chiara.browser.refused(answering.answerPoll, {
    params: { poll },
    body: { stance: 'good' },
  })
  assert.equal(refused.name, 'poll-over', 'also before the timer has come by')
  await Promise.all([keepPolls(hall.hall, now()), keepPolls(hall.hall, now())])
  const topic = `poll:${poll}`
  const listener = await chiara.browser.listen({ [topic]: 0 })
  await listener.until(() => listener.entries(topic).length > 1)
  assert.deepEqual(
    listener.entries(topic).map(({ kind, actor }) => [kind, actor]),
    [
      ['poll.asked', maren.id],
      ['poll.closed', null],
    ],
  )
  listener.close()
})

test('out of a thread: its line tells that it was asked and that it closed; a summary becomes a proposal', async () => {
  const thread = await began(maren, coop, 'The oven', 'Shall we?')
  const poll = await askedSense(maren, coop, now(), { thread })
  await senses(chiara, poll, 'good', 'Warm bread.')
  const params = { poll }
  const summary = 'Nearly all of us want it; who worries wants a meter with it.'
  const early = await maren.browser.refused(asking.sumPoll, { params, body: { summary } })
  assert.equal(early.name, 'poll-open-still')
  await maren.browser.call(asking.closePoll, { params })
  await maren.browser.call(asking.sumPoll, { params, body: { summary } })
  const line = await chiara.browser.call(readLine, { params: { thread }, query: { from: 0 } })
  assert.deepEqual(
    line.happened.map(({ kind, data }) => [kind, data['poll'], data['title']]),
    [
      ['thread.polled', poll, 'We buy a bread oven'],
      ['thread.poll-ended', poll, 'We buy a bread oven'],
    ],
  )
  const from = { params: { circle: coop, about: 'poll', ref: poll } }
  const beginning = await chiara.browser.call(readBeginning, from)
  assert.deepEqual([beginning.title, beginning.thread], ['We buy a bread oven', thread])
  assert.equal(beginning.question, `${summary}\n\n${hall.origin}/polls/${poll}`)
  const elsewhere = await stranger.browser.refused(readBeginning, from)
  assert.equal(elsewhere.status, 403)
})

test('what waits: polls to answer, then for the asker what is to be brought to an end', async () => {
  const ngozi = await member('Ngozi Okafor')
  const waits = async (who: Somebody, poll: PollId) =>
    (await who.browser.call(reading.pollsForMe)).waiting
      .filter((one) => one.poll === poll)
      .map(({ what }) => what)
  const poll = await askedRound(ngozi, coop, now())
  assert.deepEqual([await waits(chiara, poll), await waits(stranger, poll)], [['answer'], []])
  await tells(chiara, poll, 'Salt.')
  assert.deepEqual(await waits(chiara, poll), [])
  await ngozi.browser.call(asking.closePoll, { params: { poll } })
  assert.deepEqual([await waits(ngozi, poll), await waits(yuki, poll)], [['sum'], []])
  const body = { summary: 'Salt.' }
  await ngozi.browser.call(asking.sumPoll, { params: { poll }, body })
  assert.deepEqual(await waits(ngozi, poll), [])
})

test('the list goes on page by page over two hundred polls, each once, the newest first', async () => {
  const loft = await somebody(hall, 'Devika Rao', { circles: [coop] })
  await hall.hall.transact(async (tx) => {
    for (let at = 0; at < 200; at++) {
      const text = { title: `Poll ${at}`, words: '', zone: null, hidden: false }
      const closesAt = plus(now(), DAY)
      const given = { ...text, shown: 'at-once', closesAt, circle: coop, thread: null } as const
      await makePoll(tx, { ...given, form: 'round' }, [], { by: loft.id, now: now() })
    }
  })
  const seen: string[] = []
  let next: PollId | undefined
  do {
    const query = { which: 'going' as const, ...(next ? { after: next } : {}) }
    const page = await chiara.browser.call(reading.listPolls, { params: { circle: coop }, query })
    seen.push(...page.polls.map(({ poll }) => poll))
    next = page.next ?? undefined
  } while (next)
  assert.ok(seen.length >= 200)
  assert.deepEqual(seen, [...new Set(seen)].toSorted().toReversed())
})

test('files: a line a person, a column a time, sums below; no cell runs as a formula', async () => {
  const poll = await askedTimes(maren, coop, now())
  await marked(chiara, poll, ['yes', null, 'need'], '=HYPERLINK("x")')
  const file = await yuki.browser.fetch(addressOf(reading.exportPoll, { poll, format: 'csv' }))
  assert.match(file.headers.get('content-type') ?? '', /text\/csv/)
  assert.deepEqual((await file.text()).split('\r\n').slice(0, 4), [
    'name,2026-12-10T18:00:00.000Z 90,2026-12-11T18:00:00.000Z 90,2026-12-14T18:00:00.000Z 90,words',
    `Chiara Bellandi,yes,,need,"'=HYPERLINK(""x"")"`,
    '(yes),1,0,0,',
    '(need),0,0,1,',
  ])
  const data = await yuki.browser.fetch(addressOf(reading.exportPoll, { poll, format: 'json' }))
  const whole = JSON.parse(await data.text())
  assert.deepEqual([whole.title, whole.answers.length], ['When do we clean the hall?', 1])
})

test('one’s own answers go with one’s own data; who is erased leaves the sums, not the words', async () => {
  const gone = await member('Oisín Farrelly')
  const poll = await askedSense(maren, coop, now())
  await senses(gone, poll, 'concern', 'My knees.')
  const own = await ownPolls(hall.hall.db, [gone.id])
  assert.deepEqual(
    own.map(({ title, answers: mine }) => [title, mine[0]?.stance, mine[0]?.text]),
    [['We buy a bread oven', 'concern', 'My knees.']],
  )
  await hall.hall.transact((tx) => erasePerson(tx, { person: gone.id, now: now() }))
  const { stances } = await read(chiara, poll)
  assert.equal(stances?.concern, 1)
  const [left] = (await answers(chiara, poll)).answers
  assert.deepEqual([left?.who?.former, left?.text], [true, ''])
})

test('two records of one person: the kept one’s answer counts whole, all else changes hands, and goes back', async () => {
  const [kept, other] = [await member('Ada Kept'), await member('Ada Other')]
  const [both, one] = [await askedTimes(maren, coop, now()), await askedTimes(other, coop, now())]
  await marked(kept, both, ['yes', null, null])
  await marked(other, both, ['no', 'no', 'no'])
  await marked(other, one, ['need'])
  const before = await answers(maren, both)
  const handing = { id: 'mrg_story', from: other.id, to: kept.id }
  await hall.hall.transact((tx) => handPollsOver(tx, handing))
  const told = (await answers(maren, both)).answers
  assert.deepEqual(
    told.map(({ who, marks }) => [who?.name, marks.map(({ mark }) => mark)]),
    [['Ada Kept', ['yes']]],
  )
  const moved = await read(kept, one)
  assert.deepEqual(
    [moved.by.name, moved.may.keep, moved.slots[0]?.mine],
    ['Ada Kept', true, 'need'],
  )
  await hall.hall.transact((tx) => handBack(tx, handing))
  assert.deepEqual(await answers(maren, both), before)
  assert.equal((await read(maren, one)).by.name, 'Ada Other')
})
