/** Interpretation of an evening: who is named, who asks for slower, and what the sound lets them do. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { SECOND } from '#kernel/clock.ts'
import { entriesOf } from '#kernel/record.ts'
import { beginTheGathering } from '#slices/room/api.ts'
import { openScene, type Somebody } from '#slices/room/routes/scene.test.ts'
import { moreSendings } from '#slices/voices/index.ts'
import * as api from './api.ts'
import { languagesSpoken } from './store/interpreters.ts'
import { topicOf } from './store/tables.ts'

const scene = await openScene()
const { maren, params, test: hall } = scene
after(() => scene[Symbol.asyncDispose]())

await scene.comesIn(maren)
await scene.listens(maren)
await maren.browser.call(beginTheGathering, { params })
const chiara = await scene.comesIn(await scene.person('Chiara Bellandi'))
const devika = await scene.guest('Devika Rao')
for (const one of [chiara, devika]) await scene.listens(one)

const naming = ({ who }: Somebody, language: string | null) => ({
  params: { ...params, who },
  body: { language },
})

test('a facilitator names interpreters, who may send their microphone from then on until they lay it down', async () => {
  const own = await chiara.browser.refused(api.nameAnInterpreter, naming(chiara, 'es'))
  assert.equal(own.name, 'only-facilitators')
  await maren.browser.call(api.nameAnInterpreter, naming(chiara, 'es'))
  const seen = await devika.browser.call(api.readInterpretation, { params })
  assert.deepEqual(seen.interpreters, { [chiara.who]: 'es' })
  const sends = await moreSendings.at('interpretation')?.(hall.hall.db, params.gathering)
  assert.deepEqual([...(sends ?? [])], [[chiara.who, ['microphone']]])
  const away = await scene.person('Joost van Dalen')
  const absent = await maren.browser.refused(api.nameAnInterpreter, naming(away, 'fr'))
  assert.equal(absent.name, 'not-here-to-interpret')
})

test('an interpreter asks for slower, which stands in the record; others do not', async () => {
  const ear = await maren.browser.listen({ [topicOf(params.gathering)]: 0 })
  assert.equal(
    (await devika.browser.refused(api.askToGoSlower, { params })).name,
    'not-an-interpreter',
  )
  await chiara.browser.call(api.askToGoSlower, { params })
  await ear.until(() => ear.entries(topicOf(params.gathering)).length === 2)
  hall.clock.pass(SECOND)
  await chiara.browser.call(api.nameAnInterpreter, naming(chiara, null))
  const entries = await entriesOf(hall.hall.db, topicOf(params.gathering))
  const kinds = entries.map(({ kind }) => kind)
  assert.deepEqual(kinds, ['interpretation.named', 'interpretation.slower', 'interpretation.named'])
  assert.equal(
    (await chiara.browser.refused(api.askToGoSlower, { params })).name,
    'not-an-interpreter',
  )
  const spoken = await languagesSpoken(hall.hall.db, params.gathering)
  const [named = '', , laidDown = ''] = entries.map(({ at }) => at)
  assert.deepEqual(
    ['2026-01-01T00:00:00.000Z', named, laidDown].map((at) => spoken(chiara.who, at)),
    [null, 'es', null],
  )
  ear.socket.close()
})
