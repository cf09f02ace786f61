/** Slides of an evening: shown, turned, followed late, laid ready, taken along. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { entriesOf } from '#kernel/record.ts'
import { removeFile } from '#slices/files/api.ts'
import {
  beginTheGathering,
  endTheGathering,
  giveTheFloor,
  removeSomebody,
} from '#slices/room/api.ts'
import { openScene, type Somebody } from '#slices/room/routes/scene.test.ts'
import { added } from '#testing/files.ts'
import { pdfOf } from '#testing/pdf.ts'
import * as api from './api.ts'
import { topicOf } from './store/tables.ts'

const scene = await openScene()
const { maren, params, test: hall } = scene
after(() => scene[Symbol.asyncDispose]())
const at = { kind: 'gathering', holder: params.gathering }
const pdf = pdfOf([{ title: 'Three ways to hold a key' }, { title: 'One keeper' }])

await scene.comesIn(maren)
await scene.listens(maren)
await maren.browser.call(beginTheGathering, { params })
const chiara = await scene.guest('Chiara Bellandi')
await scene.listens(chiara)
const keys = await added({ browser: chiara.browser, at, name: 'keys-talk.pdf', body: pdf })
const body = { file: keys.id, page: 1, pages: 2 }

const show = (one: Somebody) => one.browser.call(api.showSlides, { params, body })
const turn = (one: Somebody, page: number) =>
  one.browser.call(api.turnThePage, { params, body: { file: keys.id, page } })
const readBy = (one: Somebody) => one.browser.call(api.readSlides, { params })
const floorTo = (...who: string[]) =>
  maren.browser.call(giveTheFloor, { params, body: { who, seconds: 300, beside: false } })

test('whoever gets the floor shows what they laid ready and turns its pages; who comes late sees the page', async () => {
  const early = await chiara.browser.refused(api.showSlides, { params, body })
  assert.equal(early.name, 'not-presenting')
  await chiara.browser.call(api.laySlidesReady, { params, body: { deck: body } })
  assert.deepEqual((await readBy(maren)).ready, { [chiara.who]: body })
  await floorTo(chiara.who)
  await show(chiara)
  await turn(chiara, 2)
  const late = await scene.guest('Devika Rao')
  const seen = await readBy(late)
  assert.deepEqual([seen.shown?.page, seen.shown?.by, seen.ready], [2, chiara.who, {}])
  const ear = await late.browser.listen({ [topicOf(params.gathering)]: seen.seq })
  await turn(chiara, 1)
  await ear.until(() => ear.entries(topicOf(params.gathering)).length > 0)
  const kinds = (await entriesOf(hall.hall.db, topicOf(params.gathering))).map(({ kind }) => kind)
  assert.deepEqual(kinds, [
    'slides.ready',
    'slides.shown',
    'slides.not-ready',
    'slides.turned',
    'slides.turned',
  ])
  ear.socket.close()
})

test('pointing is for who presents, and is kept nowhere', async () => {
  const topic = topicOf(params.gathering)
  const seen = await maren.browser.listen({ [topic]: (await readBy(maren)).seq })
  const listener = await scene.guest('Aroha Ngata')
  const theirs = await listener.browser.listen({ [topic]: 0 })
  const hers = await chiara.browser.listen({ [topic]: 0 })
  const point = (x: number) => JSON.stringify({ pass: topic, say: { point: { x, y: 0.5 } } })
  theirs.socket.send(point(0.1))
  hers.socket.send(point(7))
  hers.socket.send(point(0.9))
  await seen.until(() => seen.frames.some(({ pass }) => pass))
  const passed = seen.frames.flatMap(({ pass }) => (pass ? [pass] : []))
  assert.deepEqual(passed, [{ point: { x: 0.9, y: 0.5 }, who: chiara.who }])
  for (const { socket } of [seen, theirs, hers]) socket.close()
})

test('a file of elsewhere, a page that is not there and a stranger are refused', async () => {
  const elsewhere = { ...body, file: 'fil_01jd0000000000000000000000' as const }
  const refused = async (one: Somebody, input: typeof body) =>
    (await one.browser.refused(api.showSlides, { params, body: input })).name
  assert.equal(await refused(chiara, elsewhere), 'no-such-deck')
  assert.equal(await refused(chiara, { ...body, page: 3 }), 'no-such-page')
  const words = await added({ browser: maren.browser, at, name: 'note.txt', body: 'words' })
  assert.equal(await refused(chiara, { ...body, file: words.id }), 'no-such-deck')
  const stranger = hall.browser()
  assert.equal((await stranger.refused(api.readSlides, { params })).name, 'not-in-the-room')
  const out = await scene.guest('Somebody Loud')
  await maren.browser.call(removeSomebody, {
    params: { ...params, who: out.who },
    body: { reason: 'loud' },
  })
  assert.equal((await out.browser.refused(api.readSlides, { params })).name, 'removed')
})

test('who lost the floor turns nothing; what is taken from the gathering is put away, and so is all at the end', async () => {
  await show(chiara)
  await floorTo(maren.who)
  const lost = { params, body: { file: keys.id, page: 2 } }
  assert.equal((await chiara.browser.refused(api.turnThePage, lost)).name, 'not-presenting')
  await turn(maren, 2)
  const one = { params: { ...at, file: keys.id } }
  await chiara.browser.call(removeFile, one)
  assert.equal((await readBy(maren)).shown, null)

  const again = await added({ browser: maren.browser, at, name: 'again.pdf', body: pdf })
  const deck = { ...body, file: again.id }
  await maren.browser.call(api.showSlides, { params, body: deck })
  await maren.browser.call(endTheGathering, { params })
  assert.equal((await readBy(maren)).shown, null)
  const over = await maren.browser.refused(api.showSlides, { params, body: deck })
  assert.equal(over.name, 'gathering-over')
})
