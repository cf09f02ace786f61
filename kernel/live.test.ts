/** The live socket under ill will and bad lines, told through a parlour. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, suite, test } from 'node:test'
import { openTestHall } from '#testing/hall.ts'
import type { Listener } from '#testing/listener.ts'
import { parlour, sayIt, unsayIt } from '#testing/parlour.ts'
import { CLOSE_SLOW } from './live.ts'
import { entriesOf, note } from './record.ts'

const hall = await openTestHall({ slices: [parlour] })
after(() => hall.close())
const yuki = hall.browser()

const say = (name: string, text: string) => yuki.call(sayIt, { params: { name }, body: { text } })

async function ended(listener: Listener): Promise<number | null> {
  await listener.until(() => listener.closed !== null)
  return listener.closed
}

const numbers = (listener: Listener, topic: string) => listener.entries(topic).map(({ seq }) => seq)

test('who reads too slowly is let go, keeps nobody waiting, and is complete after coming back', async () => {
  const topic = 'parlour:slow'
  const [slow, quick] = [await yuki.listen({ [topic]: 0 }), await yuki.listen({ [topic]: 0 })]
  slow.socket.pause()
  const large = randomBytes(50_000).toString('base64')
  const facts = Array.from({ length: 10 }, () => ({ kind: 'parlour.said', data: { text: large } }))
  const now = hall.clock.now()
  for (let round = 1; round <= 40; round += 1) {
    await hall.hall.transact((tx) => note(tx, topic, facts, { now, actor: null }))
    await quick.until(() => quick.entries(topic).length === round * 10)
  }
  slow.socket.resume()
  assert.equal(await ended(slow), CLOSE_SLOW)
  const known = numbers(slow, topic)
  assert.ok(known.length < 400, 'it was let go before it had everything')
  const again = await yuki.listen({ [topic]: known.length })
  await again.until(() => known.length + again.entries(topic).length >= 400)
  const all = Array.from({ length: 400 }, (_, index) => index + 1)
  assert.deepEqual([...known, ...numbers(again, topic)], all)
  assert.deepEqual(numbers(quick, topic), all)
  for (const listener of [quick, again]) listener.close()
})

suite('ends for who sends', () => {
  const table: [string, string | Buffer, number][] = [
    ['what is no JSON', '{"subscribe":', 1008],
    ['chance bytes', randomBytes(200), 1008],
    ['text that is no UTF-8', Buffer.from([0x22, 0xff, 0x22]), 1008],
    ['null', 'null', 1008],
    ['a number before the first', '{"subscribe":"parlour:m","after":-1}', 1008],
    ['a name without end', JSON.stringify({ subscribe: `parlour:${'m'.repeat(200)}` }), 1008],
    ['more than a frame holds', JSON.stringify({ pass: 'x', say: 'x'.repeat(20_000) }), 1009],
  ]
  for (const [what, frame, code] of table) {
    test(what, async () => {
      const listener = await yuki.listen({})
      listener.socket.send(frame)
      assert.equal(await ended(listener), code)
    })
  }

  test('too many frames at once, and nobody else notices', async () => {
    const [flood, calm] = [await yuki.listen({}), await yuki.listen({ 'parlour:m': 0 })]
    for (let sent = 0; sent < 200; sent += 1) flood.socket.send('{"leave":"parlour:m"}')
    assert.equal(await ended(flood), 1008)
    await say('m', 'still here')
    await calm.until(() => calm.entries('parlour:m').length === 1)
    calm.close()
  })
})

test('no name of a topic reaches what is not a topic', async () => {
  const names = ['__proto__:x', 'constructor:x', 'toString', '', ':', 'parlour', '../parlour:x']
  const listener = await yuki.listen({})
  for (const name of names) {
    if (name === 'parlour') continue
    await listener.subscribe(name)
    assert.ok(listener.refused(name), name)
  }
  listener.close()
})

test('a long past comes whole to who comes late, at the pace of their line', async () => {
  const topic = 'parlour:past'
  const text = randomBytes(3000).toString('base64')
  const facts = Array.from({ length: 1300 }, () => ({ kind: 'parlour.said', data: { text } }))
  const now = hall.clock.now()
  await hall.hall.transact((tx) => note(tx, topic, facts, { now, actor: null }))
  const late = await yuki.listen({ [topic]: 0 })
  assert.deepEqual(
    numbers(late, topic),
    Array.from({ length: 1300 }, (_, index) => index + 1),
  )
  assert.equal(late.closed, null)
  late.close()
})

test('what is taken back is not read from a page that was just read', async () => {
  const topic = 'parlour:page'
  await say('page', 'good evening')
  const { seq } = await say('page', 'a slip')
  const before = await yuki.listen({ [topic]: 0 })
  assert.match(JSON.stringify(before.frames), /a slip/)
  await yuki.call(unsayIt, { params: { name: 'page', seq } })
  const behind = await yuki.listen({ [topic]: 0 })
  assert.doesNotMatch(JSON.stringify(behind.frames), /a slip/)
  assert.deepEqual(numbers(behind, topic), [1, 2, 3])
  for (const listener of [before, behind]) listener.close()
})

test('a hall that comes back at once misses nothing, while things go on being said', async () => {
  const topic = 'parlour:back'
  for (let line = 1; line <= 30; line += 1) await say('back', `line ${line}`)
  const coming = Array.from({ length: 40 }, (_, at) => yuki.listen({ [topic]: at % 3 }))
  const going = Array.from({ length: 20 }, (_, at) => say('back', `meanwhile ${at}`))
  await Promise.all(going)
  for (const [at, listener] of (await Promise.all(coming)).entries()) {
    const all = Array.from({ length: 50 - (at % 3) }, (_, index) => index + 1 + (at % 3))
    await listener.until(() => listener.entries(topic).length >= all.length)
    assert.deepEqual(numbers(listener, topic), all)
    listener.close()
  }
})

test('one socket reads a bounded number of topics', async () => {
  const listener = await yuki.listen({})
  for (let topic = 1; topic <= 51; topic += 1) {
    if (topic === 30) listener.socket.send('{"leave":"parlour:t1"}')
    await listener.subscribe(`parlour:t${topic}`)
  }
  assert.equal(listener.refused('parlour:t51'), false, 'one was left meanwhile')
  await listener.subscribe('parlour:t52')
  assert.ok(listener.refused('parlour:t52'))
  listener.close()
})

test('one who floods is slowed, and others are not', async () => {
  const flood = hall.browser()
  flood.cookies.set('moothall_browser', 'a'.repeat(43))
  yuki.cookies.set('moothall_browser', 'b'.repeat(43))
  const wish = { method: 'DELETE', headers: { 'content-type': 'application/json' }, body: '{}' }
  const statuses: number[] = []
  for (let sent = 0; sent < 25; sent += 1) {
    const answer = await flood.fetch('/api/parlour/flood/x', wish)
    await answer.arrayBuffer()
    statuses.push(answer.status)
  }
  assert.equal(statuses.filter((status) => status === 429).length, 5)
  assert.notEqual((await yuki.fetch('/api/parlour/flood/x', wish)).status, 429)
})

test('nothing of this is in the record, and nothing was logged as an error', async () => {
  assert.equal((await entriesOf(hall.hall.db, 'parlour:flood')).length, 0)
  assert.deepEqual(hall.errors, [])
})
