/** The door of the sound: who is let through, who is cut off, and what the record learns. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { AccessToken } from 'livekit-server-sdk'
import { WebSocket } from 'ws'
import { entriesOf } from '#kernel/record.ts'
import { removeSomebody } from '#slices/room/api.ts'
import { roomAsItIs } from '#slices/room/index.ts'
import { openScene, type Somebody } from '#slices/room/routes/scene.test.ts'
import { becomes, ownMedia, withoutMedia } from '#testing/media.ts'
import { letSpeak, muteAll, readVoices, ruleVoices, stopSending } from '../api.ts'
import { topicOf } from '../store/tables.ts'

const skip = withoutMedia
const scene = await openScene({ config: { media: skip ? { by: 'nobody' } : ownMedia } })
const { test: hall, maren, params } = scene
after(() => scene[Symbol.asyncDispose]())
const { media } = hall.hall

type Knock = { by: Somebody | null; gathering?: string; token?: string; origin?: string }

/** Knocks at the signalling as a browser does: 101 and what ends it, or the status of a refusal. */
function knock({ by, gathering = params.gathering, token = 'of-the-hall', origin }: Knock) {
  const url = `${hall.origin.replace(/^http/, 'ws')}/media/${gathering}/rtc?access_token=${token}&protocol=15`
  const headers = { ...(by ? { cookie: by.browser.cookieHeader } : {}) }
  const socket = new WebSocket(url, { headers, ...(origin ? { origin } : {}) })
  return new Promise<{ status: number; ended: Promise<void>; close(): void }>((resolve) => {
    const ended = new Promise<void>((end) => void socket.once('close', () => end()))
    socket.once('open', () => resolve({ status: 101, ended, close: () => socket.close() }))
    socket.once('unexpected-response', (_, { statusCode = 0 }) => {
      socket.on('error', () => {})
      socket.terminate()
      resolve({ status: statusCode, ended, close: () => {} })
    })
  })
}

test(
  'only who is in the room is let into its sound, whatever token they bring',
  { skip },
  async () => {
    await becomes(media, 'ready')
    const { key, secret } = media.at() ?? { key: '', secret: '' }
    await scene.comesIn(maren)
    await scene.listens(maren)
    const guest = await scene.guest('Devika Rao')
    await scene.listens(guest)
    const outside = await scene.person('Joost van Dalen')
    const theirs = new AccessToken(key, secret, { identity: maren.who })
    theirs.addGrant({ roomJoin: true, room: params.gathering })
    const token = await theirs.toJwt()
    const refusals = await Promise.all([
      knock({ by: null }),
      knock({ by: null, token }),
      knock({ by: outside, token }),
      knock({ by: guest, gathering: 'gth_01jd0000000000000000000000', token }),
      knock({ by: guest, origin: 'https://elsewhere.example' }),
    ])
    assert.deepEqual(
      refusals.map(({ status }) => status),
      [403, 403, 403, 403, 403],
    )
    const [hers, his] = await Promise.all([knock({ by: maren }), knock({ by: guest })])
    assert.deepEqual([hers.status, his.status], [101, 101])
    hers.close()

    const out = { params: { ...params, who: guest.who }, body: { reason: 'asked to go' } }
    await maren.browser.call(removeSomebody, out)
    await his.ended
    assert.equal((await knock({ by: guest })).status, 403)
    assert.equal((await knock({ by: guest, token })).status, 403)
  },
)

test('a gathering that hears itself in another tool has no sound here', { skip }, async () => {
  const elsewhere = 'https://call.example/b/tools'
  await using away = await openScene({
    config: { media: ownMedia },
    call: { settings: { elsewhere } },
  })
  await becomes(away.test.hall.media, 'ready')
  await away.comesIn(away.maren)
  await away.listens(away.maren)
  assert.equal(
    (await roomAsItIs(away.test.hall.db, away.params.gathering)).call?.settings.elsewhere,
    elsewhere,
  )
  const url = `${away.test.origin.replace(/^http/, 'ws')}/media/${away.params.gathering}/rtc?access_token=x`
  const socket = new WebSocket(url, { headers: { cookie: away.maren.browser.cookieHeader } })
  const [, { statusCode }] = await once(socket, 'unexpected-response')
  socket.on('error', () => {})
  socket.terminate()
  assert.equal(statusCode, 403)
})

test('the shape and the muting are for who facilitates', async () => {
  await scene.comesIn(maren)
  await scene.listens(maren)
  const aroha = await scene.comesIn(await scene.person('Aroha Ngata'))
  await scene.listens(aroha)
  const body = { shape: 'plenary' as const }
  assert.equal(
    (await aroha.browser.refused(ruleVoices, { params, body })).name,
    'only-facilitators',
  )
  assert.equal((await aroha.browser.refused(muteAll, { params })).name, 'only-facilitators')
  const stop = { params: { ...params, who: maren.who }, body: { what: 'microphone' as const } }
  assert.equal((await aroha.browser.refused(stopSending, stop)).name, 'only-facilitators')
  assert.equal((await aroha.browser.call(readVoices, { params })).shape, 'circle')
  const shaped = await maren.browser.call(ruleVoices, { params, body })
  assert.deepEqual([shaped.shape, shaped.chosen], ['plenary', true])
  const letting = { params: { ...params, who: aroha.who }, body: { speak: true } }
  assert.equal((await aroha.browser.refused(letSpeak, letting)).name, 'only-facilitators')
  const spoken = await maren.browser.call(letSpeak, letting)
  assert.deepEqual(spoken.let, { [aroha.who]: true })
  const back = await maren.browser.call(letSpeak, { ...letting, body: { speak: null } })
  assert.deepEqual(back.let, {})
  const more = { spotlight: aroha.who, shares: 'several' as const }
  const ruled = await maren.browser.call(ruleVoices, { params, body: more })
  assert.deepEqual([ruled.spotlight, ruled.shares, ruled.shape], [aroha.who, 'several', 'plenary'])
  const left = await maren.browser.call(ruleVoices, { params, body: { shape: null } })
  assert.deepEqual([left.shape, left.chosen], ['circle', false])
  const stranger = await hall.browser().refused(readVoices, { params })
  assert.equal(stranger.name, 'not-in-the-room')
})

test('what the media server tells is believed from it alone, and once', { skip }, async () => {
  const url = `${hall.origin}/hooks/livekit`
  const post = (body: string, authorization: string) =>
    fetch(url, {
      method: 'POST',
      body,
      headers: { authorization, 'content-type': 'application/webhook+json' },
    })
  assert.equal((await post('{"event":"participant_joined"}', 'made up')).status, 401)
  const told = await entriesOf(hall.hall.db, topicOf(params.gathering), { limit: 500 })
  const came = told.filter(({ kind }) => kind === 'voices.came').map(({ data }) => data['who'])
  assert.equal(came.length, new Set(came).size, 'told again, it is written once')
})

test(
  'killed, the media server is back and lets people in again; the text never stopped',
  { skip },
  async () => {
    const pid = Number(
      JSON.parse(readFileSync(join(hall.hall.config.data, 'media.json'), 'utf8')).pid,
    )
    const line = await knock({ by: maren })
    const ear = await maren.browser.listen({ [topicOf(params.gathering)]: 0 })
    process.kill(pid, 'SIGKILL')
    await line.ended
    await ear.until(() =>
      ear.frames.some(({ pass }) => JSON.stringify(pass) === '{"media":"ready"}'),
    )
    const again = await knock({ by: maren })
    assert.equal(again.status, 101)
    again.close()
    ear.socket.close()
  },
)
