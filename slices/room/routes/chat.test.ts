import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as api from '../api.ts'
import { lineAt } from '../rules/lines.ts'
import { heardBy, openScene, type Scene, type Somebody } from './scene.test.ts'

async function said(scene: Scene, { browser }: Somebody, text: string, more: object = {}) {
  const body = { text, ...more }
  return (await browser.call(api.sayInChat, { params: scene.params, body })).line
}

test('what is said stands in the record before it is heard, in one order for all', async () => {
  await using scene = await openScene()
  const maren = await scene.comesIn(scene.maren)
  const aroha = await scene.guest('Aroha Ngata')
  const ears = [await scene.listens(maren), await scene.listens(aroha)]
  const lines = await Promise.all(
    Array.from({ length: 20 }, (_, place) =>
      said(scene, place % 2 ? maren : aroha, `line ${place}`),
    ),
  )
  for (const ear of ears) {
    await ear.until(
      () => ear.entries(scene.topic).filter(({ kind }) => kind === 'chat.said').length === 20,
    )
  }
  const [one, other] = ears.map((ear) => heardBy(ear, scene.topic))
  assert.deepEqual(one, other)
  assert.equal(new Set(lines).size, 20)
  const kept = await scene.seenBy(aroha)
  assert.deepEqual(kept.chat.lines, one?.chat.lines)
  ears.forEach((ear) => ear.close())
})

test('replies, mentions, reactions and edits are seen by all', async () => {
  await using scene = await openScene()
  const maren = await scene.comesIn(scene.maren)
  const aroha = await scene.guest('Aroha Ngata')
  const first = await said(scene, aroha, 'Who lends the fourth server?')
  const reply = await said(scene, maren, '@Aroha Ngata: Low Meadow\nsince May', {
    reply: first,
    mentions: [aroha.who, 'gst_nobody'],
  })
  const params = { ...scene.params, line: first }
  await maren.browser.call(api.reactToALine, { params, body: { emoji: '👍' } })
  await aroha.browser.call(api.editALine, { params, body: { text: 'Who lends the third server?' } })
  const room = await scene.seenBy(maren)
  const line = lineAt(room.chat.lines, first)
  assert.equal(line?.text, 'Who lends the third server?')
  assert.deepEqual(line?.reactions, [{ emoji: '👍', who: [maren.who] }])
  const answer = lineAt(room.chat.lines, reply)
  assert.deepEqual(
    [answer?.reply, answer?.mentions, answer?.text.split('\n').length],
    [first, [aroha.who], 2],
  )
  const bad = await maren.browser.refused(api.reactToALine, { params, body: { emoji: '<b>' } })
  assert.equal(bad.name, 'not-understood')
  const foreign = await maren.browser.refused(api.editALine, { params, body: { text: 'x' } })
  assert.equal(foreign.name, 'not-your-line')
})

test('a withdrawn line leaves no word, neither in the record nor for who comes late', async () => {
  await using scene = await openScene()
  const aroha = await scene.guest('Aroha Ngata')
  const line = await said(scene, aroha, 'my number is 0123 456')
  const params = { ...scene.params, line }
  await aroha.browser.call(api.editALine, { params, body: { text: 'my number is 0123 4567' } })
  await aroha.browser.call(api.withdrawALine, { params })
  const late = await scene.guest('Yuki Tanabe')
  const ear = await scene.listens(late)
  assert.equal(JSON.stringify(ear.frames).includes('0123'), false)
  assert.equal(lineAt((await scene.seenBy(late)).chat.lines, line)?.withdrawn, true)
  assert.deepEqual(heardBy(ear, scene.topic).chat, (await scene.seenBy(late)).chat)
  const rows = await scene.test.hall.db.selectFrom('record').selectAll().execute()
  assert.equal(JSON.stringify(rows).includes('0123'), false)
  ear.close()
})

test('a hidden line says why to all, its words to facilitators alone, and can be shown again', async () => {
  await using scene = await openScene()
  const maren = await scene.comesIn(scene.maren)
  const aroha = await scene.guest('Aroha Ngata')
  const line = await said(scene, aroha, 'something rude')
  const params = { ...scene.params, line }
  const may = await aroha.browser.refused(api.hideALine, { params, body: { reason: 'x' } })
  assert.equal(may.name, 'only-facilitators')
  await maren.browser.call(api.hideALine, { params, body: { reason: 'rude to a speaker' } })
  const ear = await scene.listens(aroha)
  assert.equal(JSON.stringify(ear.frames).includes('something rude'), false)
  const care = await maren.browser.call(api.seeTheLobby, { params: scene.params })
  assert.equal(care.hidden[0]?.text, 'something rude')
  assert.deepEqual(care.careLines, { itm_panel: 'Chiara has to leave at seven' })
  await maren.browser.call(api.showALine, { params })
  await ear.until(
    () => lineAt(heardBy(ear, scene.topic).chat.lines, line)?.text === 'something rude',
  )
  ear.close()
})

test('a long history comes by pages, and words in it are found without accents', async () => {
  await using scene = await openScene()
  const maren = await scene.comesIn(scene.maren)
  for (let place = 0; place < 115; place++) await said(scene, maren, `line ${place} of Oisín`)
  const room = await scene.seenBy(maren)
  assert.equal(room.chat.earlier, 15)
  const before = room.chat.lines.flat()[0]?.seq ?? 0
  const query = { before, limit: 10 }
  const page = await maren.browser.call(api.readChat, { params: scene.params, query })
  assert.deepEqual([page.lines.length, page.earlier], [10, 5])
  const words = { words: 'OISIN 114' }
  const found = await maren.browser.call(api.readChat, { params: scene.params, query: words })
  assert.deepEqual(
    found.lines.map(({ text }) => text),
    ['line 114 of Oisín'],
  )
})

test('a slowed chat makes people wait and says how long; a closed one takes nothing', async () => {
  await using scene = await openScene()
  const maren = await scene.comesIn(scene.maren)
  const aroha = await scene.guest('Aroha Ngata')
  await maren.browser.call(api.ruleTheChat, { params: scene.params, body: { slowSeconds: 20 } })
  await said(scene, aroha, 'one')
  scene.test.clock.pass(5000)
  const slow = await aroha.browser.refused(api.sayInChat, {
    params: scene.params,
    body: { text: 'two' },
  })
  assert.equal(slow.title, 'The chat is slowed. You can write again in 15 seconds.')
  await maren.browser.call(api.ruleTheChat, { params: scene.params, body: { closed: true } })
  const closed = await aroha.browser.refused(api.sayInChat, {
    params: scene.params,
    body: { text: 'two' },
  })
  assert.equal(closed.name, 'chat-closed')
  await said(scene, maren, 'We go on in a minute.')
})

test('the same line sent twice with one key is said once', async () => {
  await using scene = await openScene()
  const aroha = await scene.guest('Aroha Ngata')
  const input = {
    params: scene.params,
    body: { text: 'once' },
    headers: { 'idempotency-key': 'k1' },
  }
  const [first, second] = await Promise.all([
    aroha.browser.call(api.sayInChat, input),
    aroha.browser.call(api.sayInChat, input),
  ])
  assert.deepEqual(first, second)
  assert.equal((await scene.seenBy(aroha)).chat.lines.flat().length, 1)
})

test('a line too long, empty or broken is refused, and markup is only text', async () => {
  await using scene = await openScene()
  const aroha = await scene.guest('Aroha Ngata')
  for (const text of ['x'.repeat(4001), '   ', '\u200b\n']) {
    const problem = await aroha.browser.refused(api.sayInChat, {
      params: scene.params,
      body: { text },
    })
    assert.equal(problem.name, 'not-understood')
  }
  const line = await said(scene, aroha, '<img src=x onerror=alert(1)>\u0000 javascript:alert(1)')
  const room = await scene.seenBy(aroha)
  assert.equal(
    lineAt(room.chat.lines, line)?.text,
    '<img src=x onerror=alert(1)> javascript:alert(1)',
  )
  assert.deepEqual(room.links, [])
  const raw = await aroha.browser.fetch(`/api/gatherings/${scene.gathering}/room/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"text": ',
  })
  assert.equal(raw.status, 400)
})

test('who is writing is passed round and kept nowhere', async () => {
  await using scene = await openScene()
  const maren = await scene.comesIn(scene.maren)
  const aroha = await scene.guest('Aroha Ngata')
  const [ear, mouth] = [await scene.listens(maren), await scene.listens(aroha)]
  const { seq } = await scene.seenBy(maren)
  mouth.socket.send(JSON.stringify({ pass: scene.topic, say: { typing: true, html: '<b>' } }))
  await ear.until(() => ear.frames.some(({ pass }) => pass !== undefined))
  assert.deepEqual(ear.frames.find(({ pass }) => pass)?.pass, {
    typing: aroha.who,
    name: 'Aroha Ngata',
  })
  assert.equal((await scene.seenBy(maren)).seq, seq)
  ear.close()
  mouth.close()
})
