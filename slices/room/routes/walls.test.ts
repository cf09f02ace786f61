import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as api from '../api.ts'
import { openScene, type Scene, type Somebody } from './scene.test.ts'

const tokenOf = (address: string) => new URL(address).hash.slice(1)

/** Maren makes a link; a laptop opens it and shows the stage. */
async function shown(scene: Scene, maren: Somebody) {
  const { params } = scene
  const body = { name: 'Laptop in the village hall' }
  const made = await maren.browser.call(api.makeAWall, { params, body })
  const token = tokenOf(made.address)
  const laptop = scene.test.browser()
  await laptop.call(api.openAWall, { body: { token } })
  const { me } = await laptop.call(api.enterTheRoom, { params })
  return { laptop, token, wall: made.id, who: me.who }
}

test('a laptop shows the stage of members alone without a sign-in, and does nothing in it', async () => {
  await using scene = await openScene({ call: { access: 'invited' } })
  const { params } = scene
  const maren = await scene.comesIn(scene.maren)
  const stranger = scene.test.browser()
  const uncalled = await stranger.refused(api.enterTheRoom, { params, body: { name: 'Eve' } })
  assert.equal(uncalled.name, 'not-called')
  await maren.browser.call(api.lockTheRoom, { params, body: { locked: true } })
  const { laptop, who } = await shown(scene, maren)
  const { room } = await laptop.call(api.readTheRoom, { params })
  assert.equal(room.walls[who]?.by, maren.who)
  await maren.browser.call(api.beginTheGathering, { params })
  for (const act of [
    () => laptop.refused(api.sayInChat, { params, body: { text: 'hello' } }),
    () => laptop.refused(api.askForTheFloor, { params }),
    () =>
      laptop.refused(api.showTheTemperature, { params, body: { signal: 'agree', shown: true } }),
    () => laptop.refused(api.listWalls, { params }),
  ])
    assert.match((await act()).name, /not-in-the-room|only-facilitators/)
})

test('a link shows one wall at a time, and none once it is taken back', async () => {
  await using scene = await openScene()
  const { params } = scene
  const maren = await scene.comesIn(scene.maren)
  const { laptop, token, wall } = await shown(scene, maren)
  const ear = await laptop.listen({ [scene.topic]: 0 })
  const other = scene.test.browser()
  await other.call(api.openAWall, { body: { token } })
  await ear.until(() => ear.frames.some(({ gone }) => gone))
  assert.equal((await laptop.refused(api.readTheRoom, { params })).name, 'removed')
  await other.call(api.enterTheRoom, { params })
  const { walls } = await maren.browser.call(api.listWalls, { params })
  assert.deepEqual(
    walls.map(({ name, opened }) => [name, opened]),
    [['Laptop in the village hall', true]],
  )
  const heard = await other.listen({ [scene.topic]: 0 })
  await maren.browser.call(api.takeAWallBack, { params: { ...params, wall } })
  await heard.until(() => heard.frames.some(({ gone }) => gone))
  assert.equal((await other.refused(api.enterTheRoom, { params })).name, 'removed')
  const again = await scene.test.browser().refused(api.openAWall, { body: { token } })
  assert.equal(again.name, 'wall-gone')
  assert.equal((await scene.seenBy(maren)).strangersWait, false, 'nobody else waits for that')
  heard.close()
})

test('who is no facilitator makes no link, and a link ends with the gathering', async () => {
  await using scene = await openScene()
  const { params } = scene
  const maren = await scene.comesIn(scene.maren)
  const joost = await scene.comesIn(await scene.person('Joost van Dalen'))
  const body = { name: 'My own wall' }
  const refused = await joost.browser.refused(api.makeAWall, { params, body })
  assert.equal(refused.name, 'only-facilitators')
  const { token } = await shown(scene, maren)
  await maren.browser.call(api.beginTheGathering, { params })
  await maren.browser.call(api.endTheGathering, { params })
  const late = await scene.test.browser().refused(api.openAWall, { body: { token } })
  assert.equal(late.name, 'gathering-over')
})
