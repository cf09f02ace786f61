/** Who is heard in a circle is counted, by what LiveKit says on their own line; nobody says it of themselves. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { SignalResponse } from '@livekit/protocol'
import { WebSocket, WebSocketServer } from 'ws'
import { SECOND } from '#kernel/clock.ts'
import { beginTheGathering, giveTheFloor, readTheRoom } from '#slices/room/api.ts'
import { openScene, type Somebody } from '#slices/room/routes/scene.test.ts'
import { nameAnInterpreter } from '#slices/interpretation/api.ts'
import { becomes } from '#testing/media.ts'
import { ruleVoices } from '../api.ts'
import { tellWhoWasHeard } from './ears.ts'

const asked: string[] = []
const server = createServer((request, answer) => {
  if (request.method === 'POST') asked.push(request.url?.split('/').at(-1) ?? '')
  answer.setHeader('content-type', 'application/json').end('{}')
})
/** Stands for LiveKit: what it says is said by the tests. Compressed, as LiveKit does. */
const sockets = new WebSocketServer({
  server,
  perMessageDeflate: { serverNoContextTakeover: true, threshold: 0 },
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const { port } = server.address() as AddressInfo
const url = `http://127.0.0.1:${port}`
const scene = await openScene({
  config: { media: { by: 'another', url, key: 'hall', secret: 'x'.repeat(32) } },
})
after(async () => {
  for (const socket of sockets.clients) socket.terminate()
  await scene[Symbol.asyncDispose]()
  sockets.close()
  server.closeAllConnections()
  server.close()
})
const { maren, params, test: hall } = scene
const { clock } = hall
await becomes(hall.hall.media, 'ready')
await scene.comesIn(maren)
await scene.listens(maren)
const chiara = await scene.comesIn(await scene.person('Chiara Bellandi'))
const devika = await scene.guest('Devika Rao')
for (const one of [chiara, devika]) await scene.listens(one)

const sidOf = ({ who }: Somebody) => `PA_${who}`

/** Their line, and how LiveKit says on it who is heard; done when the hall has passed it on. */
async function joins(one: Somebody) {
  const arrived = once(sockets, 'connection')
  const address = `${hall.origin.replace(/^http/, 'ws')}/media/${params.gathering}/rtc?access_token=x`
  const line = new WebSocket(address, { headers: { cookie: one.browser.cookieHeader } })
  const [beyond] = (await arrived) as [WebSocket]
  const says = async (message: ConstructorParameters<typeof SignalResponse>[0]) => {
    const passed = once(line, 'message')
    beyond.send(new SignalResponse(message).toBinary())
    await passed
  }
  await once(line, 'open')
  await says({ message: { case: 'join', value: { participant: { sid: sidOf(one) } } } as never })
  const heard = (whos: readonly Somebody[], active: boolean) => {
    const speakers = whos.map((who) => ({ sid: sidOf(who), level: 0.5, active }))
    return says({ message: { case: 'speakersChanged', value: { speakers } } as never })
  }
  return { line, heard }
}

const spoken = async () => {
  await tellWhoWasHeard.run(hall.hall, clock.now())
  const { room } = await maren.browser.call(readTheRoom, { params })
  return (one: Somebody) => (room.floor.spoken[one.who] ?? 0) / SECOND
}

test('where no call is on, LiveKit is asked nothing, whatever happens in the room', async () => {
  await maren.browser.call(beginTheGathering, { params })
  const body = { who: [maren.who], beside: false }
  await maren.browser.call(giveTheFloor, { params, body })
  assert.deepEqual(asked, [])
})

test('each is counted by their own line, once, and not beside the floor', async () => {
  const hers = await joins(chiara)
  const his = await joins(devika)
  await tellWhoWasHeard.run(hall.hall, clock.now())
  await hers.heard([chiara, devika], true)
  clock.pass(4 * SECOND)
  await his.heard([chiara], true)
  assert.equal((await spoken())(chiara), 4)
  clock.pass(2 * SECOND)
  await hers.heard([chiara], false)
  clock.pass(60 * SECOND)
  const sums = await spoken()
  assert.deepEqual([sums(chiara), sums(devika)], [6, 0])

  const body = { who: [devika.who], beside: false }
  await maren.browser.call(giveTheFloor, { params, body })
  await his.heard([devika], true)
  clock.pass(5 * SECOND)
  await his.heard([devika], false)
  assert.equal((await spoken())(devika), 0, 'the floor counts it when the turn ends')
  await maren.browser.call(giveTheFloor, { params, body: { who: [maren.who], beside: false } })
  assert.equal((await spoken())(devika), 5)

  await his.heard([devika], true)
  clock.pass(3 * SECOND)
  his.line.terminate()
  await once(his.line, 'close')
  hers.line.terminate()
  await once(hers.line, 'close')
})

test('in a plenary nothing is counted beside the floor, and interpreters never', async () => {
  const hers = await joins(chiara)
  const before = (await spoken())(chiara)
  await hers.heard([chiara], true)
  clock.pass(2 * SECOND)
  await maren.browser.call(ruleVoices, { params, body: { shape: 'plenary' } })
  assert.equal((await spoken())(chiara), before + 2, 'the circle before it counts')
  clock.pass(7 * SECOND)
  assert.equal((await spoken())(chiara), before + 2)
  await maren.browser.call(ruleVoices, { params, body: { shape: 'circle' } })
  await spoken()
  await maren.browser.call(nameAnInterpreter, {
    params: { ...params, who: chiara.who },
    body: { language: 'es' },
  })
  clock.pass(7 * SECOND)
  assert.equal((await spoken())(chiara), before + 2)
  hers.line.terminate()
})
