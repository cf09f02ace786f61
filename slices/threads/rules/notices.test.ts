/** How somebody hears of what is said, by tables. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { threadingOf } from './mail-ids.ts'
import { mentionsIn } from './mentions.ts'
import { type Choice, noticeFor, roundAt } from './notices.ts'

const none: Choice = { how: null, thread: null, circle: null }
type Row = [who: string, choice: Partial<Choice>, plain: string | null, named: string | null]
const table: Row[] = [
  ['Who chose nothing', {}, null, 'now'],
  ['Who follows', { how: 'follow' }, 'daily', 'now'],
  ['Who muted it', { how: 'mute' }, null, null],
  ['Who muted it, though they wish each here', { how: 'mute', thread: 'each' }, null, null],
  ['Who wishes each in the circle', { circle: 'each' }, 'now', 'now'],
  ['Who wishes weekly letters of the circle', { circle: 'weekly' }, 'weekly', 'now'],
  ['Who follows, with no mail of the circle', { how: 'follow', circle: 'none' }, null, null],
  ['Who wishes each here, none of the circle', { thread: 'each', circle: 'none' }, 'now', 'now'],
  ['Who wishes none here, each of the circle', { thread: 'none', circle: 'each' }, null, null],
]
suite('a comment comes', () => {
  for (const [who, choice, plain, named] of table)
    test(`${who}: ${plain ?? 'not at all'}; named in it: ${named ?? 'not at all'}`, () => {
      assert.equal(noticeFor({ ...none, ...choice }, false), plain)
      assert.equal(noticeFor({ ...none, ...choice }, true), named)
    })
})

const rounds: ['daily' | 'weekly', now: string, day: string][] = [
  // Amsterdam is an hour ahead in winter, two in summer.
  ['daily', '2026-12-03T05:59:00.000Z', '2026-12-02'],
  ['daily', '2026-12-03T06:00:00.000Z', '2026-12-03'],
  ['daily', '2026-12-03T23:30:00.000Z', '2026-12-03'],
  ['daily', '2026-07-01T05:00:00.000Z', '2026-07-01'],
  ['weekly', '2026-12-06T12:00:00.000Z', '2026-11-30'],
  ['weekly', '2026-12-07T05:59:00.000Z', '2026-11-30'],
  ['weekly', '2026-12-07T06:00:00.000Z', '2026-12-07'],
]
suite('the round', () => {
  for (const [kind, now, day] of rounds)
    test(`${kind} at ${now} in Amsterdam is that of ${day}`, () =>
      assert.equal(roundAt(kind, now, 'Europe/Amsterdam'), day))
})

const people = ['Maren Solheim', 'Maren Solheim-Okafor', 'لينا الخطيب', '李小龍'].map((name) => ({
  id: `per_${name}`,
  name,
}))
const named: [text: string, names: string[]][] = [
  ['Ask @Maren Solheim about it', ['Maren Solheim']],
  ['Ask @Maren Solheim-Okafor.', ['Maren Solheim-Okafor']],
  ['@Maren Solheims is somebody else, @maren solheim too', []],
  ['@لينا الخطيب و @李小龍, @李小龍', ['لينا الخطيب', '李小龍']],
  ['post@Maren Solheim is an address, (@Maren Solheim) is not', ['Maren Solheim']],
  ['Maren Solheim without the sign', []],
]
suite('named', () => {
  for (const [text, names] of named)
    test(`in: ${text}`, () =>
      assert.deepEqual(
        mentionsIn(text, people, 'per_author'),
        names.map((name) => `per_${name}`),
      ))
  test('nobody names themselves', () =>
    assert.deepEqual(mentionsIn('@李小龍', people, 'per_李小龍'), []))
})

test('mails reply to what was answered, and to the thread', () => {
  const first = threadingOf({ id: 'com_1', thread: 'thr_1', answers: null }, 'hall.example')
  assert.deepEqual(first, {
    'Message-ID': '<com_1@hall.example>',
    'In-Reply-To': '<thr_1@hall.example>',
    References: '<thr_1@hall.example>',
  })
  const second = threadingOf({ id: 'com_2', thread: 'thr_1', answers: 'com_1' }, 'hall.example')
  assert.equal(second['In-Reply-To'], first['Message-ID'])
  assert.equal(second.References, '<thr_1@hall.example> <com_1@hall.example>')
})
