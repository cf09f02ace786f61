/** The door of a sealed gathering: twelve come in, nothing open is sent, nothing is written down. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, test } from 'node:test'
import { AccessToken } from 'livekit-server-sdk'
import { WebSocket } from 'ws'
import { openScene, type Somebody } from '#slices/room/routes/scene.test.ts'
import { becomes, ownMedia, withoutMedia } from '#testing/media.ts'
import { readVoices } from '../api.ts'
import { isSealed } from '../store/sealed.ts'

const skip = withoutMedia
const scene = await openScene({
  config: { media: skip ? { by: 'nobody' } : ownMedia },
  call: { settings: { sealed: true } },
})
const { test: hall, maren, params } = scene
after(() => scene[Symbol.asyncDispose]())
const { media } = hall.hall

type Line = { status: number; ended: Promise<void>; close(): void }

/** Knocks at the signalling as a browser does. */
async function knock(by: Somebody): Promise<Line> {
  const url = `${hall.origin.replace(/^http/, 'ws')}/media/${params.gathering}/rtc?access_token=x&protocol=15`
  const socket = new WebSocket(url, { headers: { cookie: by.browser.cookieHeader } })
  const ended = new Promise<void>((end) => void socket.once('close', () => end()))
  return new Promise((resolve) => {
    socket.once('open', () => resolve({ status: 101, ended, close: () => socket.close() }))
    socket.once('unexpected-response', (_, { statusCode = 0 }) => {
      socket.on('error', () => {})
      socket.terminate()
      resolve({ status: statusCode, ended, close: () => {} })
    })
  })
}

/** Tells the hall what the media server would, signed as it signs. */
async function tells(event: object): Promise<number> {
  const { key, secret } = media.at() ?? { key: '', secret: '' }
  const body = JSON.stringify({ id: crypto.randomUUID(), createdAt: '1', ...event })
  const token = new AccessToken(key, secret)
  token.sha256 = createHash('sha256').update(body).digest('base64')
  const headers = {
    authorization: await token.toJwt(),
    'content-type': 'application/webhook+json',
  }
  return (await fetch(`${hall.origin}/hooks/livekit`, { method: 'POST', body, headers })).status
}

test('the room says that it is sealed, and so does the door of voices', async () => {
  await scene.comesIn(maren)
  await scene.listens(maren)
  assert.equal((await maren.browser.call(readVoices, { params })).sealed, true)
  assert.equal(await isSealed(hall.hall.db, params.gathering), true)
  assert.equal(await isSealed(hall.hall.db, `${params.gathering}.brk_1`), true)
})

test('twelve are let into its sound, and no more; who is in it comes back', { skip }, async () => {
  await becomes(media, 'ready')
  const guests = await Promise.all(
    Array.from({ length: 12 }, (_, at) => scene.guest(`Guest ${at + 1} of Lowmeadow`)),
  )
  for (const guest of guests) await scene.listens(guest)
  const [late, ...eleven] = guests
  assert.ok(late)
  const lines: Line[] = []
  for (const one of [maren, ...eleven]) lines.push(await knock(one))
  assert.deepEqual(new Set(lines.map(({ status }) => status)), new Set([101]))
  assert.equal((await knock(late)).status, 409)
  const again = await knock(maren)
  assert.equal(again.status, 101)
  for (const line of [...lines, again]) line.close()
})

test('who sends what is not sealed is put out of its sound', { skip }, async () => {
  await becomes(media, 'ready')
  const line = await knock(maren)
  assert.equal(line.status, 101)
  const publishes = (encryption: string) =>
    tells({
      event: 'track_published',
      room: { name: params.gathering },
      participant: { identity: maren.who },
      track: { sid: 'TR_1', source: 'MICROPHONE', encryption },
    })
  assert.equal(await publishes('GCM'), 200)
  assert.equal(await publishes('NONE'), 200)
  await line.ended
})
