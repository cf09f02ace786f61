import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HOUR } from '#kernel/clock.ts'
import { note } from '#kernel/record.ts'
import { erasePerson } from '#slices/people/index.ts'
import * as api from '../api.ts'
import { actionsTaken, whatIsOn } from '../index.ts'
import { endForgotten } from '../timers/forgetting.ts'
import { loseLines } from '../timers/presence.ts'
import { openScene } from './scene.test.ts'

test('facilitation is handed over, and who handed it over reads no care any more', async () => {
  await using scene = await openScene()
  const maren = await scene.comesIn(scene.maren)
  const oisin = await scene.comesIn(await scene.person('Oisín Farrelly'))
  await maren.browser.call(api.beginTheGathering, { params: scene.params })
  const alone = await maren.browser.refused(api.leaveTheRoom, { params: scene.params })
  assert.equal(alone.name, 'hand-over-first')
  const care = `care:${scene.gathering}`
  const ear = await maren.browser.listen({ [care]: 0 })
  const body = { to: oisin.who }
  await maren.browser.call(api.handFacilitationOver, { params: scene.params, body })
  await ear.until(() => ear.frames.some(({ gone }) => gone))
  await maren.browser.call(api.leaveTheRoom, { params: scene.params })
  const room = await scene.seenBy(oisin)
  assert.deepEqual(room.roles[oisin.who], ['facilitator'])
  ear.close()
})

test('a note taker writes down what was agreed and who does what, and it is found by who took it', async () => {
  await using scene = await openScene()
  const maren = await scene.comesIn(scene.maren)
  const oisin = await scene.comesIn(await scene.person('Oisín Farrelly'))
  await maren.browser.call(api.beginTheGathering, { params: scene.params })
  const decision = { kind: 'decision', text: 'Keepers serve two years' } as const
  const early = await oisin.browser.refused(api.writeItDown, {
    params: scene.params,
    body: decision,
  })
  assert.equal(early.name, 'only-note-takers')
  const role = {
    params: { ...scene.params, who: oisin.who },
    body: { role: 'note-taker' },
  } as const
  await maren.browser.call(api.giveARole, role)
  await oisin.browser.call(api.writeItDown, { params: scene.params, body: decision })
  const action = {
    kind: 'action',
    text: 'Ask Wool Loft',
    who: maren.who,
    due: '2026-12-10',
  } as const
  const { writing } = await oisin.browser.call(api.writeItDown, {
    params: scene.params,
    body: action,
  })
  const mended = { ...action, text: 'Ask Wool Loft and Pedal Post' }
  const params = { ...scene.params, writing }
  await oisin.browser.call(api.mendTheWriting, { params, body: mended })
  const taken = await actionsTaken(scene.test.hall.db, [maren.who])
  assert.deepEqual(
    taken.map(({ text, due, gathering }) => [text, due, gathering]),
    [['Ask Wool Loft and Pedal Post', '2026-12-10', scene.gathering]],
  )
  await oisin.browser.call(api.takeTheWritingBack, { params })
  assert.deepEqual(await actionsTaken(scene.test.hall.db, [maren.who]), [])
  const room = await scene.seenBy(maren)
  assert.deepEqual(
    room.written.map(({ text, item }) => [text, item]),
    [['Keepers serve two years', 'itm_welcome']],
  )
})

test('an announcement reaches everybody', async () => {
  await using scene = await openScene()
  const maren = await scene.comesIn(scene.maren)
  const aroha = await scene.guest('Aroha Ngata')
  const ear = await scene.listens(aroha)
  const body = { text: 'Soup is ready' }
  await maren.browser.call(api.announceToAll, { params: scene.params, body })
  await ear.until(() => ear.entries(scene.topic).some(({ kind }) => kind === 'announced'))
  const guest = await aroha.browser.refused(api.announceToAll, { params: scene.params, body })
  assert.equal(guest.name, 'only-facilitators')
  ear.close()
})

test('a removed person is out on every device, and a facilitator is not removed', async () => {
  await using scene = await openScene()
  const maren = await scene.comesIn(scene.maren)
  const joost = await scene.comesIn(await scene.person('Joost van Dalen'))
  const sockets = [await scene.listens(joost), await scene.listens(joost)]
  const params = { ...scene.params, who: joost.who }
  await maren.browser.call(api.removeSomebody, { params, body: { reason: 'asked twice to stop' } })
  for (const socket of sockets) await socket.until(() => socket.frames.some(({ gone }) => gone))
  const back = await joost.browser.refused(api.enterTheRoom, { params: scene.params })
  assert.equal(back.name, 'removed')
  const own = { ...scene.params, who: maren.who }
  const self = await maren.browser.refused(api.removeSomebody, {
    params: own,
    body: { reason: 'x' },
  })
  assert.equal(self.name, 'nobody-by-that-id')
  sockets.forEach((socket) => socket.close())
})

test('a gathering that everybody left is on for some hours, then it is over', async () => {
  await using scene = await openScene()
  const maren = await scene.comesIn(scene.maren)
  await maren.browser.call(api.beginTheGathering, { params: scene.params })
  const { hall, clock } = scene.test
  assert.deepEqual(await whatIsOn(hall.db), [
    {
      gathering: scene.gathering,
      title: 'Who keeps the servers?',
      beganAt: clock.now(),
      here: 1,
    },
  ])
  clock.pass(60_000)
  await loseLines(hall, clock.now())
  clock.pass(2 * HOUR)
  await endForgotten(hall, clock.now())
  assert.equal((await whatIsOn(hall.db)).length, 1)
  clock.pass(2 * HOUR)
  await endForgotten(hall, clock.now())
  assert.deepEqual(await whatIsOn(hall.db), [])
})

test('what a member may do, they may not do without end', async () => {
  await using scene = await openScene()
  const aroha = await scene.guest('Aroha Ngata')
  const show = (shown: boolean) =>
    aroha.browser.call(api.showTheTemperature, {
      params: scene.params,
      body: { signal: 'louder', shown },
    })
  for (let place = 0; place < 60; place++) await show(place % 2 === 0)
  await assert.rejects(() => show(true), /too-often/)
})

test('who is erased leaves the fact that they were there, and neither name nor words', async () => {
  await using scene = await openScene()
  const maren = await scene.comesIn(scene.maren)
  const devika = await scene.comesIn(await scene.person('Devika Rao'))
  const { params } = scene
  const body = { text: 'my bees are in Low Meadow' }
  const { line } = await devika.browser.call(api.sayInChat, { params, body })
  const edit = { params: { ...params, line }, body: { text: 'my 7 bees are in Low Meadow' } }
  await devika.browser.call(api.editALine, edit)
  const talk = await devika.browser.call(api.openATalk, { params, body: { with: maren.who } })
  const quiet = { params: { ...params, talk: talk.talk.id }, body: { text: 'the bees sting' } }
  await devika.browser.call(api.sayInTalk, quiet)
  const { hall, clock } = scene.test
  await hall.transact((tx) => erasePerson(tx, { person: devika.who, now: clock.now() }))
  const record = JSON.stringify(
    await hall.db.selectFrom('record').selectAll().where('topic', 'not like', 'person:%').execute(),
  )
  assert.equal(record.includes('bees'), false)
  assert.equal(record.includes('Devika'), false)
  const room = await scene.seenBy(maren)
  assert.equal(room.people[devika.who]?.name, 'a former member')
  assert.equal(room.chat.lines.flat()[0]?.withdrawn, true)
})

test('a guest who becomes a person keeps what they said', async () => {
  await using scene = await openScene()
  const maren = await scene.comesIn(scene.maren)
  const guest = await scene.guest('Yuki')
  const body = { text: 'I bring bread' }
  await guest.browser.call(api.sayInChat, { params: scene.params, body })
  const yuki = await scene.person('Yuki Tanabe')
  const { hall, clock } = scene.test
  const data = { guest: guest.who, gathering: scene.gathering, person: yuki.who }
  const by = { now: clock.now(), actor: yuki.who }
  await hall.transact((tx) => note(tx, `person:${yuki.who}`, [{ kind: 'guest.kept', data }], by))
  const room = await scene.seenBy(maren)
  const known = room.people[guest.who]
  assert.deepEqual([known?.person, known?.name], [yuki.who, 'Yuki Tanabe'])
})
