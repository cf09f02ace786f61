/** Stories of conversations that go on from a gathering, and become a proposal. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { DAY } from '#kernel/clock.ts'
import { castBallot } from '#slices/decisions/api/voting.ts'
import { draftDecision } from '#slices/decisions/api/making.ts'
import { readDecision } from '#slices/decisions/api/reading.ts'
import { keepDecisions } from '#slices/decisions/timers/keeping.ts'
import * as room from '#slices/room/api.ts'
import { decidingCommons, proposed } from '#testing/decisions.ts'
import { called } from '#testing/gatherings.ts'
import { openTestHall } from '#testing/hall.ts'
import { somebody } from '#testing/people.ts'
import { began } from '#testing/threads.ts'
import { beginThread, readSource } from './api/beginning.ts'
import { readLine, readThread } from './api/reading.ts'

const hall = await openTestHall({ now: '2026-12-03T17:50:00.000Z' })
after(async () => {
  assert.deepEqual(hall.errors, [])
  await hall.close()
})
const { coop, maren, producers } = await decidingCommons(hall, (kind) => ({
  ...kind,
  talkDays: 0,
  leastDays: 1,
}))
const [oisin = maren, ngozi = maren] = producers

test('a line of the chat and a whole gathering go on in threads, with what was said and decided', async () => {
  const outsider = await somebody(hall, 'Aroha Ngata')
  const gathering = await called(maren.browser, coop, { access: 'public' })
  const params = { gathering }
  for (const one of [maren, oisin]) await one.browser.call(room.enterTheRoom, { params })
  await maren.browser.call(room.beginTheGathering, { params })
  const first = await maren.browser.call(room.sayInChat, { params, body: { text: 'A third set?' } })
  const reply = await oisin.browser.call(room.sayInChat, {
    params,
    body: { text: 'Will this go on somewhere?', reply: first.line },
  })
  const written = { kind: 'decision' as const, text: 'Two of three open together' }
  await maren.browser.call(room.writeItDown, { params, body: written })
  const line = { kind: 'line', id: `${gathering}.${reply.line}` }
  const seen = await oisin.browser.call(readSource, { params: line })
  assert.deepEqual(
    seen.source?.quotes.map(({ who, text }) => [who, text]),
    [
      ['Maren Solheim', 'A third set?'],
      ['Oisín Farrelly', 'Will this go on somewhere?'],
    ],
  )
  assert.equal((await outsider.browser.call(readSource, { params: line })).source, null)
  await maren.browser.call(room.endTheGathering, { params })
  const body = { title: 'A third set', text: 'It goes on here.', from: line }
  const { thread } = await oisin.browser.call(beginThread, { params: { circle: coop }, body })
  const shown = await ngozi.browser.call(readThread, { params: { thread } })
  assert.equal(shown.source?.href, `/minutes/${gathering}#l${reply.line}`)
  const whole = { kind: 'gathering', id: gathering }
  const all = await ngozi.browser.call(readSource, { params: whole })
  assert.deepEqual(
    all.source?.quotes.map(({ text }) => text),
    ['Two of three open together'],
  )
  assert.deepEqual(
    all.threads.map((one) => [one.thread, one.part]),
    [[thread, 'Who keeps the keys?']],
  )
  const wrong = { title: 'Elsewhere', text: 'No', from: { kind: 'line', id: `${gathering}.9999` } }
  const no = await oisin.browser.refused(beginThread, { params: { circle: coop }, body: wrong })
  assert.equal(no.name, 'source-not-yours')
})

test('a thread becomes a proposal, and its line of time says what came of it', async () => {
  const thread = await began(oisin, coop, 'Tea before assemblies', 'Half an hour before?')
  const decision = await proposed(
    oisin,
    coop,
    { kind: 'ordinary', title: 'Tea', thread },
    { talkDays: 0, openDays: 1 },
  )
  assert.equal((await ngozi.browser.call(readDecision, { params: { decision } })).thread, thread)
  await keepDecisions(hall.hall, hall.clock.now())
  const { mine } = await ngozi.browser.call(readDecision, { params: { decision } })
  assert.ok(mine.length > 0)
  await ngozi.browser.call(castBallot, {
    params: { decision },
    body: { vote: { kind: 'answer', answer: 'consent' } },
  })
  hall.clock.pass(DAY)
  await keepDecisions(hall.hall, hall.clock.now())
  const { happened } = await ngozi.browser.call(readLine, { params: { thread } })
  assert.deepEqual(
    happened.map(({ kind, by, data }) => [kind, by, data['decision'], data['title']]),
    [
      ['thread.proposed', 'Oisín Farrelly', decision, 'Tea'],
      ['thread.decided', null, decision, 'Tea'],
    ],
  )
  const stranger = await somebody(hall, 'Wanjiru Kamau', { circles: [coop] })
  const foreign = {
    kind: 'ordinary',
    title: 'X',
    question: 'Y',
    thread: 'thr_01jd0000000000000000000000',
  } as const
  const no = await stranger.browser.refused(draftDecision, {
    params: { circle: coop },
    body: foreign,
  })
  assert.ok(['not-found', 'not-your-kind'].includes(no.name))
})
