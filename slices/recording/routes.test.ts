/** A recording with real sound: who agreed is in it, who did not is not; heard, cut, taken out, deleted. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as rest } from 'node:timers/promises'
import { Decoder } from '@evan/opus'
import {
  AudioFrame,
  AudioSource,
  dispose,
  LocalAudioTrack,
  Room as MediaRoom,
  TrackPublishOptions,
  TrackSource,
} from '@livekit/rtc-node'
import { unzipSync } from 'fflate'
import { addressOf } from '#kernel/operation.ts'
import { beginTheGathering, endTheGathering, sayInChat } from '#slices/room/api.ts'
import { openScene, type Somebody } from '#slices/room/routes/scene.test.ts'
import { makeCall, tokenFor } from '#slices/voices/store/calls.ts'
import { becomes, ownMedia, withoutMedia } from '#testing/media.ts'
import { runningClock } from '#testing/running-clock.ts'
import * as api from './api.ts'
import { pagesIn, RATE } from './rules/ogg.ts'
import { deleteDue } from './timers.ts'

const scene = await openScene({
  clock: runningClock(),
  timers: true,
  ...(withoutMedia ? {} : { config: { media: ownMedia } }),
})
const { maren, params, test: hall } = scene
after(async () => {
  await scene[Symbol.asyncDispose]()
  // Its threads would hold this process.
  await dispose()
})
await scene.comesIn(maren)
await scene.listens(maren)
await maren.browser.call(beginTheGathering, { params })
const chiara = await scene.comesIn(await scene.person('Chiara Bellandi'))
const devika = await scene.guest('Devika Rao')
for (const one of [chiara, devika]) await scene.listens(one)

const rule = ({ browser }: Somebody, is: 'on' | 'paused' | 'stopped') =>
  browser.call(api.ruleTheRecording, { params, body: { is } })
const answers = ({ browser }: Somebody, agrees: boolean) =>
  browser.call(api.answerTheRecording, { params, body: { agrees } })
const shown = ({ browser }: Somebody) => browser.call(api.readTheRecording, { params })
const soundAt = (id: string) => `/recordings/${params.gathering}/${id}`

async function until(is: () => Promise<boolean>, what: string): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (await is()) return
    await rest(50)
  }
  throw new Error(`it never came to be: ${what}`)
}

/** Somebody speaks: a tone of their own, until told to end. */
async function speaks({ who, name }: Somebody, hertz: number) {
  const media = hall.hall.media.at()
  if (!media) throw new Error('there is no sound')
  await makeCall(media, params.gathering)
  const call = new MediaRoom()
  const entrant = { gathering: params.gathering, who, name, sends: ['microphone'] as const }
  await call.connect(media.url.replace('http', 'ws'), await tokenFor(media, entrant), {
    autoSubscribe: false,
    dynacast: false,
  })
  const source = new AudioSource(RATE, 1)
  const track = LocalAudioTrack.createAudioTrack('voice', source)
  const options = new TrackPublishOptions({ source: TrackSource.SOURCE_MICROPHONE })
  await call.localParticipant?.publishTrack(track, options)
  const over = new AbortController()
  const said = (async () => {
    for (let begins = 0; !over.signal.aborted; begins += 480) {
      const wave = Int16Array.from({ length: 480 }, (_, at) =>
        Math.round(9000 * Math.sin((2 * Math.PI * hertz * (begins + at)) / RATE)),
      )
      await source.captureFrame(new AudioFrame(wave, RATE, 1, 480))
    }
  })()
  return async () => {
    over.abort()
    await said
    await call.disconnect()
  }
}

/** How loud a file is, of 1, second by second. */
function loudness(bytes: Uint8Array): number[] {
  const decoder = new Decoder({ channels: 1, sample_rate: RATE })
  const packets = pagesIn(bytes)
    .slice(2)
    .flatMap((one) => one.packets)
  const loud = packets.map((packet) => {
    const pcm = Buffer.from(decoder.decode(packet))
    let sum = 0
    for (let at = 0; at + 1 < pcm.length; at += 2) sum += (pcm.readInt16LE(at) / 32768) ** 2
    return Math.sqrt(sum / (pcm.length / 2))
  })
  return loud
}

test('nobody is recorded where there is no sound, and only facilitators may ask for it', async () => {
  const body = { params, body: { is: 'on' as const } }
  assert.equal((await chiara.browser.refused(api.ruleTheRecording, body)).name, 'only-facilitators')
  if (withoutMedia)
    assert.equal((await maren.browser.refused(api.ruleTheRecording, body)).name, 'no-recorder-here')
})

test(
  'two speak, one does not agree: the file of the one is sound, of the other there is none',
  {
    skip: withoutMedia,
  },
  async () => {
    await becomes(hall.hall.media, 'ready')
    const ends = [await speaks(chiara, 440), await speaks(devika, 660)]
    await answers(chiara, true)
    await answers(devika, false)
    const begun = await rule(maren, 'on')
    assert.equal(begun.is, 'on')
    await until(async () => ((await shown(maren)).voices[0]?.seconds ?? 0) > 2, 'two seconds')
    await maren.browser.call(sayInChat, { params, body: { text: 'We keep two keepers.' } })
    await rule(maren, 'paused')
    const paused = await shown(maren)
    await rule(maren, 'on')
    await until(async () => (await shown(maren)).voices.length === 2, 'a file after the pause')
    await until(async () => ((await shown(maren)).voices[1]?.seconds ?? 0) > 0.5, 'some of it')
    await maren.browser.call(endTheGathering, { params })
    await until(async () => (await shown(maren)).is === 'stopped', 'the end stops it')
    for (const end of ends) await end()
    const { voices, marks } = await shown(devika)
    assert.equal(paused.is, 'paused')
    assert.deepEqual(new Set(voices.map(({ who }) => who)), new Set([chiara.who]))
    assert.ok(marks.some(({ kind, text }) => kind === 'chat' && text === 'We keep two keepers.'))
    const bytes = await (await devika.browser.fetch(soundAt(voices[0]?.id ?? ''))).arrayBuffer()
    const loud = loudness(new Uint8Array(bytes))
    assert.ok(loud.filter((one) => one > 0.05).length > loud.length / 2, 'it is sound')
  },
)

test(
  'it is heard by those of the room alone, in parts too, and taken along whole',
  {
    skip: withoutMedia,
  },
  async () => {
    const { voices } = await shown(chiara)
    const [first] = voices
    assert.ok(first)
    const stranger = hall.browser()
    assert.equal((await stranger.fetch(soundAt(first.id))).status, 404)
    assert.equal((await stranger.refused(api.readTheRecording, { params })).name, 'not-found')
    const other = soundAt(first.id).replace(params.gathering, `gth_${'0'.repeat(26)}`)
    assert.equal((await chiara.browser.fetch(other)).status, 404)
    const part = await fetch(`${hall.origin}${soundAt(first.id)}`, {
      headers: {
        range: 'bytes=0-3',
        cookie: [...chiara.browser.cookies].map((one) => one.join('=')).join('; '),
      },
    })
    assert.deepEqual([part.status, await part.text()], [206, 'OggS'])
    const zip = await chiara.browser.fetch(addressOf(api.takeTheRecording, params))
    const files = unzipSync(new Uint8Array(await zip.arrayBuffer()))
    assert.equal(Object.keys(files).length, 2 + voices.length)
    assert.match(Object.keys(files).join(), /index\.json,index\.txt,001-Chiara_Bellandi-0m0s\.ogg/)
  },
)

test(
  'what is cut is silence, a voice that is taken out is gone, and all is deleted by its day',
  {
    skip: withoutMedia,
  },
  async () => {
    const [first] = (await shown(chiara)).voices
    assert.ok(first)
    const till = new Date(Date.parse(first.from) + 1000).toISOString()
    const cut = { params, body: { from: first.from, till } }
    assert.equal((await chiara.browser.refused(api.cutTheRecording, cut)).name, 'only-facilitators')
    await maren.browser.call(api.cutTheRecording, cut)
    const bytes = await (await chiara.browser.fetch(soundAt(first.id))).arrayBuffer()
    const loud = loudness(new Uint8Array(bytes))
    assert.ok(
      loud.slice(2, 48).every((one) => one < 0.01),
      'a second of silence',
    )
    assert.ok(
      loud.slice(60).some((one) => one > 0.05),
      'and sound after it',
    )
    assert.equal((await devika.browser.refused(api.takeMyVoiceOut, { params })).name, 'not-found')
    await chiara.browser.call(api.takeMyVoiceOut, { params })
    assert.deepEqual((await shown(maren)).voices, [])
    assert.equal((await chiara.browser.fetch(soundAt(first.id))).status, 404)
    const { until: day } = await shown(maren)
    await deleteDue(hall.hall, `${day}T12:00:00.000Z`)
    assert.equal((await shown(maren)).deleted, false)
    await deleteDue(hall.hall, '2030-01-01T00:00:00.000Z')
    assert.equal((await shown(maren)).deleted, true)
  },
)
