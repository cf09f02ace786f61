import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as api from '../api.ts'
import { nowLine } from '../rules/now-line.ts'
import { openScene, type Scene } from './scene.test.ts'

/** Maren is in, with some guests; the gathering has begun. */
async function begun(scene: Scene, ...names: string[]) {
  const maren = await scene.comesIn(scene.maren)
  const guests = []
  for (const name of names) guests.push(await scene.guest(name))
  await maren.browser.call(api.beginTheGathering, { params: scene.params })
  return { maren, guests }
}

test('a guest asks for the floor and is second', async () => {
  await using scene = await openScene()
  const { guests } = await begun(scene, 'Joost van Dalen', 'Aroha Ngata')
  const [joost, aroha] = guests
  assert.ok(joost && aroha)
  await joost.browser.call(api.askForTheFloor, { params: scene.params })
  const body = { kind: 'question' } as const
  const { place } = await aroha.browser.call(api.askForTheFloor, { params: scene.params, body })
  assert.equal(place, 2)
})

test('two ask in the same instant: both are in, once', async () => {
  await using scene = await openScene()
  const { guests } = await begun(scene, 'Joost van Dalen', 'Aroha Ngata')
  const places = await Promise.all(
    guests.flatMap(({ browser }) => [
      browser.call(api.askForTheFloor, { params: scene.params }),
      browser.call(api.askForTheFloor, { params: scene.params }),
    ]),
  )
  assert.deepEqual(new Set(places.map(({ place }) => place)), new Set([1, 2]))
  assert.equal((await scene.seenBy(scene.maren)).stack.requests.length, 2)
})

test('the floor goes from hand to hand, and time is counted', async () => {
  await using scene = await openScene()
  const { maren, guests } = await begun(scene, 'Joost van Dalen', 'Aroha Ngata')
  const [joost, aroha] = guests
  assert.ok(joost && aroha)
  const { params } = scene
  await maren.browser.call(api.setTheTurns, { params, body: { seconds: 120 } })
  await maren.browser.call(api.ruleTheStack, { params, body: { order: 'progressive' } })
  await joost.browser.call(api.askForTheFloor, { params })
  await aroha.browser.call(api.askForTheFloor, { params })
  const seen = { next: true, believed: joost.who } as const
  await maren.browser.call(api.giveTheFloor, { params, body: seen })
  const late = await maren.browser.refused(api.giveTheFloor, { params, body: seen })
  assert.equal(late.name, 'next-has-changed')
  scene.test.clock.pass(80_000)
  const line = nowLine(await scene.seenBy(joost), { now: scene.test.clock.now(), me: joost.who })
  assert.ok(line.kind === 'turn' && line.yours && line.warned)
  assert.deepEqual([line.left, line.next?.name], [40_000, 'Aroha Ngata'])
  const own = { ...params, who: joost.who }
  const foreign = await aroha.browser.refused(api.endATurn, { params: own })
  assert.equal(foreign.name, 'only-facilitators')
  await joost.browser.call(api.endATurn, { params: own })
  const room = await scene.seenBy(joost)
  assert.equal(room.floor.spoken[joost.who], 80_000)
})

test('a closed stack says what else to do', async () => {
  await using scene = await openScene()
  const { maren, guests } = await begun(scene, 'Aroha Ngata')
  await maren.browser.call(api.ruleTheStack, { params: scene.params, body: { closed: true } })
  const problem = await guests[0]?.browser.refused(api.askForTheFloor, { params: scene.params })
  assert.match(problem?.title ?? '', /Write in the chat/)
})

test('two facilitators press next together and one item is skipped, not two', async () => {
  await using scene = await openScene()
  const { maren, guests } = await begun(scene, 'Oisín Farrelly')
  const [oisin] = guests
  assert.ok(oisin)
  const { params } = scene
  const role = { params: { ...params, who: oisin.who }, body: { role: 'facilitator' } } as const
  await maren.browser.call(api.giveARole, role)
  const press = { params, body: { believed: 'itm_welcome' } }
  const presses = await Promise.allSettled([
    maren.browser.call(api.goToNextItem, press),
    oisin.browser.call(api.goToNextItem, press),
  ])
  assert.deepEqual(presses.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  const room = await scene.seenBy(maren)
  assert.deepEqual(
    room.items.map(({ state }) => state),
    ['done', 'now', 'ahead'],
  )
})

test('the running order is extended, reordered, added to and skipped while it runs', async () => {
  await using scene = await openScene()
  const { maren, guests } = await begun(scene, 'Aroha Ngata')
  const { params } = scene
  const panel = { params: { ...params, item: 'itm_panel' } }
  await maren.browser.call(api.extendAnItem, { ...panel, body: { minutes: 5 } })
  const item = { kind: 'talk', title: 'Wool Loft says hello', minutes: 3 } as const
  const added = await maren.browser.call(api.addAnItem, { params, body: item })
  const order = ['itm_plenary', added.item, 'itm_panel']
  await maren.browser.call(api.reorderTheItems, { params, body: { order } })
  await maren.browser.call(api.skipAnItem, panel)
  const room = await scene.seenBy(maren)
  assert.deepEqual(
    room.items.map(({ id, state, extended }) => [id, state, extended]),
    [
      ['itm_welcome', 'now', 0],
      ['itm_plenary', 'ahead', 0],
      [added.item, 'ahead', 0],
      ['itm_panel', 'skipped', 5],
    ],
  )
  const guest = await guests[0]?.browser.refused(api.extendAnItem, {
    ...panel,
    body: { minutes: 5 },
  })
  assert.equal(guest?.name, 'only-facilitators')
  const odd = await maren.browser.refused(api.extendAnItem, { ...panel, body: { minutes: 1e9 } })
  assert.equal(odd.name, 'not-understood')
})

test('the end is for everyone: nothing more is said, and who comes is told', async () => {
  await using scene = await openScene()
  const { maren, guests } = await begun(scene, 'Aroha Ngata')
  const [aroha] = guests
  assert.ok(aroha)
  scene.test.clock.pass(60_000)
  await maren.browser.call(api.endTheGathering, { params: scene.params })
  const body = { text: 'one more thing' }
  const problem = await aroha.browser.refused(api.sayInChat, { params: scene.params, body })
  assert.deepEqual([problem.status, problem.name], [410, 'gathering-over'])
  const room = await scene.seenBy(aroha)
  assert.ok(Object.values(room.people).every(({ stays }) => stays.at(-1)?.till === room.endedAt))
  const stranger = scene.test.browser()
  const name = { name: 'Yuki Tanabe' }
  const late = await stranger.refused(api.enterTheRoom, { params: scene.params, body: name })
  assert.equal(late.name, 'gathering-over')
})

test('the clocks change in the middle of a gathering and no minute is won or lost', async () => {
  const now = '2026-10-25T00:30:00.000Z'
  await using scene = await openScene({ now, call: { zone: 'Europe/Berlin', startsAt: now } })
  const { maren } = await begun(scene)
  scene.test.clock.pass(5 * 60_000)
  const next = { params: scene.params, body: { believed: 'itm_welcome' } }
  await maren.browser.call(api.goToNextItem, next)
  scene.test.clock.pass(40 * 60_000)
  const line = nowLine(await scene.seenBy(maren), { now: scene.test.clock.now() })
  assert.equal(line.kind === 'free' && line.left, -20 * 60_000)
})
