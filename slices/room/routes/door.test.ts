import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HOUR, MINUTE, plus } from '#kernel/clock.ts'
import { cancelGathering, changeGathering } from '#slices/gatherings/api.ts'
import * as api from '../api.ts'
import { isHere } from '../rules/glance.ts'
import { anotherGathering, heardBy, makeMember, openScene } from './scene.test.ts'

test('a guest comes in with a name, and the same browser comes back as the same guest', async () => {
  await using scene = await openScene()
  const aroha = await scene.guest('Aroha Ngata')
  const again = await aroha.browser.call(api.enterTheRoom, { params: scene.params })
  assert.equal(again.me.who, aroha.who)
  const door = await aroha.browser.call(api.seeTheDoor, { params: scene.params })
  assert.deepEqual(door, {
    door: 'in',
    me: { who: aroha.who, name: 'Aroha Ngata', kind: 'guest' },
    here: 1,
    opensAt: plus(scene.test.clock.now(), -15 * MINUTE),
    beganAt: null,
    endedAt: null,
  })
})

test('two guests of one name are told apart', async () => {
  await using scene = await openScene()
  const one = await scene.guest('Tomasz Wrona')
  const other = await scene.guest('tomasz wrona')
  assert.notEqual(one.who, other.who)
  assert.equal(other.name, 'tomasz wrona (2)')
})

test('a stranger without a name is asked for one', async () => {
  await using scene = await openScene()
  const stranger = scene.test.browser()
  const door = await stranger.call(api.seeTheDoor, { params: scene.params })
  assert.equal(door.door, 'ask-name')
  const problem = await stranger.refused(api.enterTheRoom, { params: scene.params })
  assert.equal(problem.name, 'name-needed')
  const nowhere = { gathering: 'gth_01jd0000000000000000000000' } as const
  const gone = await stranger.refused(api.enterTheRoom, { params: nowhere, body: { name: 'Yuki' } })
  assert.equal(gone.name, 'no-such-gathering')
})

test('who comes late sees at once what happened', async () => {
  await using scene = await openScene()
  const maren = await scene.comesIn(scene.maren)
  await maren.browser.call(api.beginTheGathering, { params: scene.params })
  await maren.browser.call(api.sayInChat, {
    params: scene.params,
    body: { text: 'Notes: https://quillmarsh.coop/notes' },
  })
  await maren.browser.call(api.goToNextItem, {
    params: scene.params,
    body: { believed: 'itm_welcome' },
  })
  const yuki = await scene.guest('Yuki Tanabe')
  const room = await scene.seenBy(yuki)
  assert.deepEqual(
    room.items.map(({ state }) => state),
    ['done', 'now', 'ahead'],
  )
  assert.equal(room.links[0]?.address, 'https://quillmarsh.coop/notes')
  const listener = await yuki.browser.listen({ [scene.topic]: room.seq })
  await maren.browser.call(api.sayInChat, { params: scene.params, body: { text: 'and now?' } })
  await listener.until(() => listener.entries(scene.topic).length === 1)
  listener.close()
})

test('people leave and come back, and each stay stands', async () => {
  await using scene = await openScene()
  const devika = await scene.comesIn(await scene.person('Devika Rao'))
  scene.test.clock.pass(60_000)
  await devika.browser.call(api.leaveTheRoom, { params: scene.params })
  scene.test.clock.pass(60_000)
  await scene.comesIn(devika)
  const room = await scene.seenBy(devika)
  const stays = room.people[devika.who]?.stays ?? []
  assert.equal(stays.length, 2)
  assert.equal(stays[1]?.till, null)
})

test('in a lobby that asks, a guest waits until somebody lets them in', async () => {
  await using scene = await openScene({ call: { settings: { lobby: 'ask' } } })
  const maren = await scene.comesIn(scene.maren)
  const browser = scene.test.browser()
  const body = { name: 'Ngozi Adeyemi' }
  const first = await browser.call(api.enterTheRoom, { params: scene.params, body })
  assert.equal(first.state, 'wait')
  const unread = await browser.refused(api.readTheRoom, { params: scene.params })
  assert.equal(unread.name, 'not-in-the-room')
  const own = `own:${scene.gathering}:${first.me.who}`
  const listener = await browser.listen({ [own]: 0, [scene.topic]: 0 })
  assert.ok(listener.refused(scene.topic))
  const { waiting } = await maren.browser.call(api.seeTheLobby, { params: scene.params })
  assert.deepEqual(
    waiting.map(({ name }) => name),
    ['Ngozi Adeyemi'],
  )
  const params = { ...scene.params, who: first.me.who }
  await maren.browser.call(api.answerTheDoor, { params, body: { admit: true } })
  await listener.until(() => listener.entries(own).some(({ kind }) => kind === 'door.answered'))
  const second = await browser.call(api.enterTheRoom, { params: scene.params })
  assert.equal(second.state, 'in')
  listener.close()
})

test('members walk straight in where others wait', async () => {
  await using scene = await openScene({ call: { settings: { lobby: 'members' } } })
  const joost = await scene.person('Joost van Dalen')
  const waits = await joost.browser.call(api.enterTheRoom, { params: scene.params })
  assert.equal(waits.state, 'wait')
  const chiara = await scene.person('Chiara Bellandi')
  await makeMember(scene, chiara)
  await scene.comesIn(chiara)
})

test('a gathering of members is not for a stranger', async () => {
  await using scene = await openScene({ call: { access: 'members' } })
  const stranger = scene.test.browser()
  const body = { name: 'Tomasz Wrona' }
  const problem = await stranger.refused(api.enterTheRoom, { params: scene.params, body })
  assert.equal(problem.name, 'not-called')
  const told = await stranger.call(api.seeTheDoor, { params: scene.params })
  assert.deepEqual(
    [told.door, told.here, told.beganAt, told.opensAt],
    ['not-called', 0, null, null],
  )
})

test('a locked room lets in nobody new, and back in who was there', async () => {
  await using scene = await openScene()
  const maren = await scene.comesIn(scene.maren)
  const aroha = await scene.guest('Aroha Ngata')
  await maren.browser.call(api.lockTheRoom, { params: scene.params, body: { locked: true } })
  await aroha.browser.call(api.leaveTheRoom, { params: scene.params })
  const stranger = scene.test.browser()
  const body = { name: 'Yuki Tanabe' }
  const problem = await stranger.refused(api.enterTheRoom, { params: scene.params, body })
  assert.equal(problem.status, 423)
  await scene.comesIn(aroha)
})

test('a removed guest is out at once on every socket, and from then on strangers wait', async () => {
  await using scene = await openScene()
  const maren = await scene.comesIn(scene.maren)
  const guest = await scene.guest('Somebody Loud')
  const sockets = [await scene.listens(guest), await scene.listens(guest)]
  const params = { ...scene.params, who: guest.who }
  const body = { reason: 'shouts at others' }
  await maren.browser.call(api.removeSomebody, { params, body })
  for (const socket of sockets) await socket.until(() => socket.frames.some(({ gone }) => gone))
  await maren.browser.call(api.sayInChat, { params: scene.params, body: { text: 'Let us go on.' } })
  const text = { text: 'I am still here' }
  const said = await guest.browser.refused(api.sayInChat, { params: scene.params, body: text })
  assert.equal(said.name, 'removed')
  const back = await guest.browser.refused(api.enterTheRoom, { params: scene.params })
  assert.equal(back.name, 'removed')
  const read = await guest.browser.refused(api.readTheRoom, { params: scene.params })
  assert.equal(read.name, 'removed')
  const socket = await scene.listens(guest)
  assert.ok(socket.refused(scene.topic))
  for (const one of sockets) {
    assert.ok(!one.entries(scene.topic).some(({ data }) => data['text'] === 'Let us go on.'))
    one.close()
  }
  socket.close()

  const cleared = scene.test.browser()
  const anew = { name: 'Somebody Else' }
  const door = await cleared.call(api.enterTheRoom, { params: scene.params, body: anew })
  assert.equal(door.state, 'wait')
  const care = await maren.browser.call(api.seeTheLobby, { params: scene.params })
  assert.equal(care.removed[0]?.reason, 'shouts at others')
  await scene.comesIn(await scene.person('Devika Rao'))
})

test('a hall of 350 comes in within a minute through one link, and a flood does not', async () => {
  await using scene = await openScene()
  let refused = 0
  for (let place = 0; place < 520; place++) {
    const body = { name: `Guest ${place}` }
    const answer = await scene.test
      .browser()
      .fetch(`/api/gatherings/${scene.gathering}/room/enter`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    if (place < 350) assert.equal(answer.status, 200)
    if (answer.status === 429) refused += 1
  }
  assert.equal(refused, 20)
})

test('a guest of one gathering can neither read nor write another, nor subscribe to its topics', async () => {
  await using scene = await openScene()
  const aroha = await scene.guest('Aroha Ngata')
  const other = await anotherGathering(scene)
  await other.comesIn(other.maren)
  for (const problem of [
    await aroha.browser.refused(api.readTheRoom, { params: other.params }),
    await aroha.browser.refused(api.readChat, { params: other.params }),
    await aroha.browser.refused(api.sayInChat, { params: other.params, body: { text: 'hello' } }),
    await aroha.browser.refused(api.askForTheFloor, { params: other.params }),
    await aroha.browser.refused(api.listMyTalks, { params: other.params }),
    await aroha.browser.refused(api.seeTheLobby, { params: other.params }),
  ]) {
    assert.equal(problem.name, 'not-in-the-room')
  }
  const topics = [
    other.topic,
    `care:${other.gathering}`,
    `care:${scene.gathering}`,
    `own:${other.gathering}:${other.maren.who}`,
    `own:${scene.gathering}:${scene.maren.who}`,
    'talk:tlk_01jd0000000000000000000000',
  ]
  const listener = await aroha.browser.listen(Object.fromEntries(topics.map((topic) => [topic, 0])))
  for (const topic of topics) assert.ok(listener.refused(topic), topic)
  listener.close()
})

test('the doors open a quarter of an hour before, earlier for who shapes the gathering', async () => {
  await using scene = await openScene()
  const startsAt = plus(scene.test.clock.now(), HOUR)
  const later = await anotherGathering(scene, { startsAt })
  const stranger = scene.test.browser()
  const body = { name: 'Yuki Tanabe' }
  const early = await stranger.refused(api.enterTheRoom, { params: later.params, body })
  assert.equal(early.name, 'doors-closed')
  const door = await stranger.call(api.seeTheDoor, { params: later.params })
  assert.deepEqual([door.door, door.opensAt], ['doors-closed', plus(startsAt, -15 * MINUTE)])
  await later.comesIn(later.maren)
  scene.test.clock.pass(46 * MINUTE)
  await later.guest('Yuki Tanabe')
})

test('who called a gathering without naming a facilitator facilitates it', async () => {
  await using scene = await openScene({ call: { facilitators: [] } })
  const maren = await scene.comesIn(scene.maren)
  await scene.guest('Aroha Ngata')
  const room = await scene.seenBy(maren)
  assert.deepEqual(room.roles, { [maren.who]: ['facilitator'] })
})

test('the call changes until the gathering begins, and who is in the room sees it', async () => {
  await using stage = await openScene()
  const scene = await anotherGathering(stage)
  const maren = await scene.comesIn(scene.maren)
  const aroha = await scene.guest('Aroha Ngata')
  const listener = await scene.listens(aroha)
  const change = { params: scene.params, body: { title: 'Who keeps the new servers?' } }
  await maren.browser.call(changeGathering, change)
  await listener.until(
    () => heardBy(listener, scene.topic).call?.title === 'Who keeps the new servers?',
  )
  assert.ok(isHere(heardBy(listener, scene.topic), aroha.who))
  listener.close()
})

test('a gathering that is called off closes its room', async () => {
  await using scene = await openScene()
  const maren = await scene.comesIn(scene.maren)
  const off = { params: scene.params, body: { reason: 'The power is out' } }
  await maren.browser.call(cancelGathering, off)
  assert.notEqual((await scene.seenBy(maren)).endedAt, null)
  const back = await maren.browser.refused(api.enterTheRoom, { params: scene.params })
  assert.equal(back.name, 'gathering-cancelled')
})
