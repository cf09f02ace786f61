import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import * as api from '../api.ts'
import { pollOf } from '../rules/asking.ts'
import { openScene, type Scene, type Somebody } from './scene.test.ts'

async function opens(scene: Scene, { browser }: Somebody, given: object = {}) {
  const body = {
    question: 'Should a keeper serve a fixed term?',
    kind: 'yes-no',
    ...given,
  } as const
  return (await browser.call(api.openAPoll, { params: scene.params, body })).poll
}

function answers(
  scene: Scene,
  { browser }: Somebody,
  poll: `pol_${string}`,
  answer: string | number,
) {
  return browser.call(api.answerAPoll, { params: { ...scene.params, poll }, body: { answer } })
}

test('the author of a poll votes too, and a named answer is changed until the close', async () => {
  await using scene = await openScene()
  const maren = await scene.comesIn(scene.maren)
  const aroha = await scene.guest('Aroha Ngata')
  const poll = await opens(scene, maren)
  await answers(scene, maren, poll, 'yes')
  await answers(scene, aroha, poll, 'no')
  await answers(scene, aroha, poll, 'yes')
  await maren.browser.call(api.closeAPoll, { params: { ...scene.params, poll } })
  const closed = pollOf(await scene.seenBy(aroha), poll)
  assert.deepEqual(closed?.tally?.counts, [2, 0, 0])
  assert.deepEqual(closed?.answers, { [maren.who]: 'yes', [aroha.who]: 'yes' })
})

test('results at the close: nobody hears an answer before, everybody does then', async () => {
  await using scene = await openScene()
  const maren = await scene.comesIn(scene.maren)
  const aroha = await scene.guest('Aroha Ngata')
  const poll = await opens(scene, maren, { results: 'close' })
  await answers(scene, aroha, poll, 'abstain')
  const own = await aroha.browser.call(api.readTheRoom, { params: scene.params })
  assert.deepEqual(own.mine, { [poll]: 'abstain' })
  const ear = await scene.listens(maren)
  assert.equal(JSON.stringify(ear.frames).includes('"abstain"'), false)
  await maren.browser.call(api.closeAPoll, { params: { ...scene.params, poll } })
  const closed = pollOf(await scene.seenBy(maren), poll)
  assert.deepEqual(closed?.answers, { [aroha.who]: 'abstain' })
  ear.close()
})

test('an anonymous answer can be tied to nobody, whatever table is read', async () => {
  await using scene = await openScene()
  const maren = await scene.comesIn(scene.maren)
  const guests = [await scene.guest('Aroha Ngata'), await scene.guest('Yuki Tanabe')]
  const poll = await opens(scene, maren, { anonymous: true, kind: 'words' })
  const headers = { 'idempotency-key': 'the-same-answer' }
  for (const [place, { browser }] of guests.entries()) {
    const answer = ['zebra', 'apple'][place] ?? ''
    const input = { params: { ...scene.params, poll }, body: { answer }, headers }
    await browser.call(api.answerAPoll, input)
  }
  const again = await guests[0]?.browser.refused(api.answerAPoll, {
    params: { ...scene.params, poll },
    body: { answer: 'else' },
  })
  assert.equal(again?.name, 'already-answered')

  const { db } = scene.test.hall
  const apart = await sql<{
    row: string
  }>`select row_to_json(poll_answers)::text as row from poll_answers`.execute(db)
  assert.equal(apart.rows.length, 1)
  assert.equal(apart.rows[0]?.row.includes('gst_'), false)
  const kept = await sql`select * from repeats where key = 'the-same-answer'`.execute(db)
  assert.equal(kept.rows.length, 0)
  const record = JSON.stringify(await db.selectFrom('record').select('data').execute())
  assert.equal(record.includes('zebra'), false)

  await maren.browser.call(api.closeAPoll, { params: { ...scene.params, poll } })
  const closed = pollOf(await scene.seenBy(maren), poll)
  assert.deepEqual(closed?.tally?.words, ['apple', 'zebra'])
  assert.deepEqual(closed?.answers, {})
  const left = await sql`select * from poll_answers`.execute(db)
  assert.equal(left.rows.length, 0)
})

test('the end of the gathering closes what polls are open, with their results', async () => {
  await using scene = await openScene()
  const maren = await scene.comesIn(scene.maren)
  await maren.browser.call(api.beginTheGathering, { params: scene.params })
  const poll = await opens(scene, maren, { anonymous: true, kind: 'scale' })
  await answers(scene, maren, poll, 4)
  await maren.browser.call(api.endTheGathering, { params: scene.params })
  const closed = pollOf(await scene.seenBy(maren), poll)
  assert.deepEqual(closed?.tally?.counts, [0, 0, 0, 0, 1, 0])
})

test('an answer that does not fit is refused, and so is one from outside', async () => {
  await using scene = await openScene()
  const maren = await scene.comesIn(scene.maren)
  const poll = await opens(scene, maren, { kind: 'one', options: ['Wool Loft', 'Pedal Post'] })
  const params = { ...scene.params, poll }
  const wrong = await maren.browser.refused(api.answerAPoll, { params, body: { answer: 7 } })
  assert.equal(wrong.name, 'answer-does-not-fit')
  const devika = await scene.person('Devika Rao')
  const outside = await devika.browser.refused(api.answerAPoll, { params, body: { answer: 0 } })
  assert.equal(outside.name, 'not-in-the-room')
})

test('signals are counted until they are taken back', async () => {
  await using scene = await openScene()
  const maren = await scene.comesIn(scene.maren)
  const aroha = await scene.guest('Aroha Ngata')
  const show = (signal: 'agree' | 'unsure', shown = true) =>
    aroha.browser.call(api.showTheTemperature, { params: scene.params, body: { signal, shown } })
  await show('agree')
  await show('unsure')
  assert.deepEqual((await scene.seenBy(maren)).temperature.unsure, [aroha.who])
  assert.deepEqual((await scene.seenBy(maren)).temperature.agree, [])
  await show('unsure', false)
  assert.deepEqual((await scene.seenBy(maren)).temperature.unsure, [])
})
