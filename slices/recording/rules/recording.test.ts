/** Whose voices are recorded, by tables; what a file holds, read back. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefusal } from '#kernel/change.ts'
import {
  opening,
  page,
  PACKET_SAMPLES,
  pagesIn,
  RATE,
  secondsIn,
  SILENCE,
  silenced,
} from './ogg.ts'
import {
  answer,
  cutPart,
  deleteAll,
  fallDue,
  keepUntil,
  NO_RECORDING,
  type Recording,
  recordedNow,
  ruleRecording,
  takeVoiceOut,
} from './recording.ts'

const facilitator = { here: true, removed: false, over: false, facilitates: true }
const member = { ...facilitator, facilitates: false }
const now = '2026-12-03T18:00:00.000Z'
const on: Recording = { ...NO_RECORDING, is: 'on', until: '2027-01-02' }
const stopped: Recording = { ...on, is: 'stopped' }
const said = (change: object) =>
  isRefusal(change)
    ? change.refused
    : (JSON.stringify('facts' in change ? change.facts : null)
        .match(/recording\.[a-z-]+/g)
        ?.join() ?? '')

test('facilitators alone begin, pause, go on and stop, while the gathering lives and nothing hinders', () => {
  for (const [was, standing, is, hindrance, becomes] of [
    ['off', facilitator, 'on', null, 'recording.began'],
    ['off', member, 'on', null, 'only-facilitators'],
    ['off', { ...facilitator, here: false }, 'on', null, 'not-in-the-room'],
    ['off', { ...facilitator, over: true }, 'on', null, 'gathering-over'],
    ['off', facilitator, 'on', 'recording-sealed', 'recording-sealed'],
    ['off', facilitator, 'paused', null, 'not-recording'],
    ['off', facilitator, 'stopped', null, ''],
    ['on', facilitator, 'on', null, ''],
    ['on', facilitator, 'paused', 'recording-sealed', 'recording.paused'],
    ['paused', facilitator, 'on', null, 'recording.resumed'],
    ['paused', facilitator, 'stopped', null, 'recording.stopped'],
    ['stopped', facilitator, 'on', null, 'recording.began'],
  ] as const) {
    const change = ruleRecording(
      { ...on, is: was },
      { standing, by: 'per_1' },
      { is, now, hindrance },
    )
    assert.equal(said(change), becomes, `${was} ${is}`)
  }
})

test('only who agreed is recorded, and only while it runs', () => {
  const answers = { per_1: true, per_2: false }
  assert.deepEqual(recordedNow({ is: 'on', answers }), ['per_1'])
  for (const is of ['off', 'paused', 'stopped'] as const)
    assert.deepEqual(recordedNow({ is, answers }), [])
  assert.equal(said(answer(on, { standing: member, by: 'per_1' }, false)), 'recording.answered')
  const gone = { ...member, removed: true }
  assert.equal(said(answer(on, { standing: gone, by: 'per_1' }, true)), 'removed')
})

test('a voice is taken out until the minutes are approved; all is deleted by its day', () => {
  assert.equal(said(takeVoiceOut('per_1', true, false)), 'recording.taken-out')
  assert.equal(said(takeVoiceOut('per_1', true, true)), 'recording-settled')
  assert.equal(said(takeVoiceOut('per_1', false, false)), 'not-found')
  assert.equal(said(fallDue(stopped, '2027-01-02T23:59:00.000Z')), '')
  assert.equal(said(fallDue(stopped, '2027-01-03T00:00:00.000Z')), 'recording.deleted')
  const by = { standing: { ...facilitator, over: true }, by: 'per_1' }
  for (const [until, becomes] of [
    ['2026-12-02', 'no-such-day'],
    ['2026-12-03', 'recording.kept-until'],
    ['2027-12-03', 'recording.kept-until'],
    ['2028-01-01', 'no-such-day'],
  ] as const)
    assert.equal(said(keepUntil(stopped, by, { until, now })), becomes, until)
})

test('facilitators cut and delete what is no longer recorded', () => {
  const by = { standing: { ...facilitator, over: true }, by: 'per_1' }
  const part = { from: now, till: '2026-12-03T18:01:00.000Z' }
  assert.equal(said(cutPart(stopped, by, part)), 'recording.cut')
  assert.equal(said(cutPart(on, by, part)), 'still-recording')
  assert.equal(said(cutPart(NO_RECORDING, by, part)), 'not-found')
  assert.equal(said(cutPart(stopped, by, { from: part.till, till: now })), 'no-such-part')
  assert.equal(said(cutPart(stopped, { ...by, standing: member }, part)), 'only-facilitators')
  assert.equal(said(deleteAll(on, by)), 'still-recording')
  assert.equal(said(deleteAll(stopped, by)), 'recording.deleted')
})

const speech = Uint8Array.from({ length: 300 }, (_, at) => (at * 7) % 251)
function fileOf(pages: number): Uint8Array {
  const all = Array.from({ length: pages }, (_, at) =>
    page(
      Array.from({ length: 25 }, () => speech),
      { serial: 9, number: at + 2, granule: (at + 1) * 25 * PACKET_SAMPLES },
    ),
  )
  return Uint8Array.from([...opening(9), ...all].flatMap((one) => [...one]))
}

test('a file is as long as its last whole page, wherever its writer was killed', () => {
  const whole = fileOf(4)
  assert.equal(secondsIn(whole), 2)
  assert.equal(pagesIn(whole).length, 6)
  assert.deepEqual(pagesIn(whole)[3]?.packets[24], speech)
  assert.equal(secondsIn(whole.subarray(0, -1)), 1.5)
  assert.equal(secondsIn(whole.subarray(5000)), 2)
})

test('a part that is left out is silence; all else keeps its moment', () => {
  const cut = silenced(fileOf(4), 0.5, 1.2)
  assert.equal(secondsIn(cut), 2)
  const packets = pagesIn(cut)
    .slice(2)
    .flatMap((one) => one.packets)
  packets.forEach((packet, at) => {
    const second = (at * PACKET_SAMPLES) / RATE
    assert.deepEqual(packet, second >= 0.5 && second < 1.2 ? SILENCE : speech, `${second} s`)
  })
})
