/** Captions of an evening: typed, followed, hidden, posted by an engine, taken along, erased. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { addressOf } from '#kernel/operation.ts'
import {
  beginTheGathering,
  endTheGathering,
  giveTheFloor,
  removeSomebody,
} from '#slices/room/api.ts'
import { erasePerson } from '#slices/people/index.ts'
import { openScene, type Somebody } from '#slices/room/routes/scene.test.ts'
import * as api from './api.ts'
import { growingOf, topicOf } from './store/tables.ts'

const scene = await openScene()
const { maren, params, test: hall } = scene
after(() => scene[Symbol.asyncDispose]())

await scene.comesIn(maren)
await scene.listens(maren)
await maren.browser.call(beginTheGathering, { params })
const aroha = await scene.comesIn(await scene.person('Aroha Ngata'))
const chiara = await scene.comesIn(await scene.person('Chiara Bellandi'))
const devika = await scene.guest('Devika Rao')
for (const one of [aroha, chiara, devika]) await scene.listens(one)

const names = ({ who }: Somebody, language: string | null) =>
  maren.browser.call(api.nameACaptioner, { params: { ...params, who }, body: { language } })
const types = ({ browser }: Somebody, text: string) =>
  browser.call(api.caption, { params, body: { text } })
const linesFor = async ({ browser }: Somebody, language = 'en') =>
  (await browser.call(api.readCaptionLines, { params, query: { language } })).lines
const take = async ({ browser }: Somebody, format: 'vtt' | 'txt') => {
  const at = addressOf(api.takeCaptions, { ...params, language: 'en', format })
  return (await browser.fetch(at)).text()
}

test('who is named writes; those who follow read it with whose words it is, as it grows and when it stands', async () => {
  const early = { params, body: { text: 'We begin' } }
  assert.equal((await aroha.browser.refused(api.caption, early)).name, 'not-a-captioner')
  const refused = await devika.browser.refused(api.nameACaptioner, {
    params: { ...params, who: devika.who },
    body: { language: 'en' },
  })
  assert.equal(refused.name, 'only-facilitators')
  const { captioners } = await names(aroha, 'en')
  assert.deepEqual(captioners, { [aroha.who]: 'en' })
  await maren.browser.call(giveTheFloor, {
    params,
    body: { who: [chiara.who], seconds: 300, beside: false },
  })
  const ear = await devika.browser.listen({
    [topicOf(params.gathering)]: 0,
    [growingOf(params.gathering)]: 0,
  })
  const hers = await aroha.browser.listen({ [growingOf(params.gathering)]: 0 })
  const theirs = await chiara.browser.listen({ [growingOf(params.gathering)]: 0 })
  const grows = (interim: string) =>
    JSON.stringify({ pass: growingOf(params.gathering), say: { interim } })
  theirs.socket.send(grows('not mine to type'))
  hers.socket.send(grows('We have one'))
  await ear.until(() => ear.frames.some(({ pass }) => pass))
  assert.deepEqual(
    ear.frames.flatMap(({ pass }) => (pass ? [pass] : [])),
    [{ interim: 'We have one', language: 'en', by: aroha.who, speaker: chiara.who }],
  )
  await types(aroha, 'We have one keeper.')
  await ear.until(() => ear.entries(topicOf(params.gathering)).length === 2)
  const [line] = await linesFor(devika)
  assert.deepEqual(
    [line?.text, line?.speaker, line?.by],
    ['We have one keeper.', chiara.who, aroha.who],
  )
  for (const { socket } of [ear, hers, theirs]) socket.close()
})

test('the one whose words it gives takes a line away, and nobody who has no part in it', async () => {
  const { line } = await types(aroha, 'and the key is under the mat')
  const one = { params: { ...params, line } }
  assert.equal((await devika.browser.refused(api.hideACaption, one)).name, 'not-yours-to-hide')
  await chiara.browser.call(api.hideACaption, one)
  const lines = await linesFor(devika)
  assert.deepEqual([lines.at(-1)?.text, lines.at(-1)?.hidden], ['', true])
  const { rows } = await sql`select from record where data::text like '%under the mat%'`.execute(
    hall.hall.db,
  )
  assert.deepEqual(rows, [])
})

test('an engine writes with the key of this gathering until it is put out; what it hears is not kept', async () => {
  const address = addressOf(api.captionByEngine, params)
  const post = async (key: string, body: object) => {
    const answer = await fetch(`${hall.origin}${address}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return answer.status
  }
  const line = { language: 'es', text: 'Tenemos una guardiana.' }
  assert.equal(await post('x'.repeat(43), line), 401)
  const name = { params, body: { name: 'Whisper of Lowmeadow' } }
  assert.equal((await aroha.browser.refused(api.letAnEngineIn, name)).name, 'only-facilitators')
  const { key } = await maren.browser.call(api.letAnEngineIn, name)
  assert.equal(await post(key, { ...line, text: 'Tenemos', interim: true }), 200)
  assert.equal(await post(key, line), 200)
  assert.deepEqual(
    (await linesFor(devika, 'es')).map(({ text, by }) => [text, by]),
    [['Tenemos una guardiana.', null]],
  )
  const seen = await devika.browser.call(api.readCaptions, { params })
  assert.deepEqual([seen.engine, seen.languages], ['Whisper of Lowmeadow', ['en', 'es']])
  await maren.browser.call(api.putTheEngineOut, { params })
  assert.equal(await post(key, line), 401)
})

test('captions are taken along after the end, by those who were there, without what went and whom was erased', async () => {
  await types(aroha, 'Who stands in?')
  const out = await scene.guest('Somebody Loud')
  await maren.browser.call(removeSomebody, {
    params: { ...params, who: out.who },
    body: { reason: 'loud' },
  })
  await maren.browser.call(endTheGathering, { params })
  const over = { params, body: { text: 'too late' } }
  assert.equal((await aroha.browser.refused(api.caption, over)).name, 'gathering-over')
  assert.match(
    await take(devika, 'vtt'),
    /^WEBVTT[^]*<v Chiara Bellandi>We have one keeper\.\n[^]*Who stands in\?\n$/,
  )
  assert.doesNotMatch(await take(devika, 'txt'), /mat/)
  assert.match(await take(out, 'txt'), /not-found/)
  assert.match(await take({ ...out, browser: hall.browser() }, 'txt'), /not-found/)
  const now = hall.clock.now()
  await hall.hall.transact((tx) => erasePerson(tx, { person: chiara.who, now }))
  assert.doesNotMatch(await take(devika, 'txt'), /one keeper/)
})
