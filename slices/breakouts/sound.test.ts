/** The sound of groups: its own law, apart from the main hall; and standing by for it before they go. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openScene } from '#slices/room/routes/scene.test.ts'
import { beginTheGathering, RoomId } from '#slices/room/api.ts'
import { removeSomebody } from '#slices/room/api.ts'
import { muteAll, readVoices, ruleVoices } from '#slices/voices/api.ts'
import * as api from './api.ts'
import { rightsIn, soundOf } from '#slices/voices/routes/standing.ts'
import { roomIn } from './store/tables.ts'

test('a group is muted and shaped by who facilitates there; the main hall stays as it is', async () => {
  await using scene = await openScene()
  const { maren, params } = scene
  await scene.comesIn(maren)
  const host = await scene.comesIn(await scene.person('Chiara Bellandi'))
  const member = await scene.comesIn(await scene.person('Joost van Dalen'))
  const other = await scene.comesIn(await scene.person('Ngozi Adeyemi'))
  await maren.browser.call(beginTheGathering, { params })
  const groups = [host, other].map(({ who }, at) => ({
    name: `Group ${at + 1}`,
    question: '',
    places: null,
    host: who,
  }))
  const placed = [
    { who: host.who, group: 0 },
    { who: member.who, group: 0 },
    { who: other.who, group: 1 },
  ]
  const body = { groups, way: 'hand' as const, placed }
  await maren.browser.call(api.planBreakouts, { params, body })
  const { sets } = await maren.browser.call(api.goOut, { params })
  const id = sets.at(-1)?.groups[0]?.id ?? ''
  const group = { gathering: RoomId.parse(roomIn(params.gathering, id)) }

  const told = (await member.browser.refused(muteAll, { params: group })).name
  assert.equal(told, 'only-facilitators')
  assert.equal((await host.browser.refused(muteAll, { params })).name, 'only-facilitators')
  // Who hosts may; there is no media server in this story.
  assert.equal((await host.browser.refused(muteAll, { params: group })).name, 'no-sound-now')
  assert.equal((await other.browser.refused(readVoices, { params: group })).name, 'not-in-the-room')
  const shape = { params: group, body: { shape: 'plenary' as const } }
  assert.equal((await host.browser.call(ruleVoices, shape)).shape, 'plenary')
  assert.equal((await member.browser.call(readVoices, { params: group })).shape, 'plenary')
  assert.equal((await maren.browser.call(readVoices, { params })).shape, 'circle')
})

test('who is placed stands by for the sound of their group, silent, until it goes', async () => {
  await using scene = await openScene()
  const { maren, params } = scene
  await scene.comesIn(maren)
  const [chiara, joost, ngozi] = [
    await scene.comesIn(await scene.person('Chiara Bellandi')),
    await scene.comesIn(await scene.person('Joost van Dalen')),
    await scene.comesIn(await scene.person('Ngozi Adeyemi')),
  ]
  await maren.browser.call(beginTheGathering, { params })
  const groups = [1, 2].map((at) => ({
    name: `Group ${at}`,
    question: '',
    places: null,
    host: null,
  }))
  const placed = [chiara, joost].map(({ who }) => ({ who, group: 0 }))
  const body = { groups, way: 'hand' as const, placed }
  const plan = async () => {
    const { sets } = await maren.browser.call(api.planBreakouts, { params, body })
    return roomIn(params.gathering, sets.at(-1)?.groups[0]?.id ?? '')
  }
  const { db, clock } = scene.test.hall
  const sends = async (room: string, { who }: { who: string }) =>
    rightsIn(await soundOf(db, room), who, clock.now())?.sends ?? null

  const before = await plan()
  assert.deepEqual(await sends(before, chiara), [])
  assert.equal(await sends(before, ngozi), null)
  assert.equal(await sends(before, maren), null)
  const room = await plan()
  assert.equal(await sends(before, chiara), null, 'a plan that was made anew awaits nobody')
  await maren.browser.call(removeSomebody, {
    params: { ...params, who: joost.who },
    body: { reason: 'noise' },
  })
  assert.equal(await sends(room, joost), null)
  await maren.browser.call(api.goOut, { params })
  assert.deepEqual(await sends(room, chiara), ['microphone', 'camera', 'screen'])
  assert.equal(await sends(room, joost), null)
})
