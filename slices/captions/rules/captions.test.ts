/** Who writes captions, who hides a line, and what they are as files. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '#kernel/change.ts'
import {
  begunAt,
  type Captions,
  letEngineIn,
  type Line,
  mayHide,
  nameCaptioner,
  sayLine,
  type Standing,
} from './captions.ts'
import { textOf, vttOf } from './files.ts'
import { Language } from './languages.ts'

const here: Standing = { here: true, removed: false, over: false, facilitates: false }
const facilitates = { ...here, facilitates: true }
const nobody: Captions = { captioners: {}, engine: null }
const aroha: Captions = { captioners: { per_aroha: 'en' }, engine: null }
const answer = (change: object) => ('refused' in change ? change.refused : 'done')

test('facilitators name captioners who are here; a captioner lays it down; nobody names themselves', () => {
  const table: [string, Captions, Standing, string, Standing, string | null, string][] = [
    ['a facilitator names somebody here', nobody, facilitates, 'per_maren', here, 'en', 'done'],
    ['somebody names themselves', nobody, here, 'per_aroha', here, 'en', 'only-facilitators'],
    [
      'who is not here is named',
      nobody,
      facilitates,
      'per_maren',
      { ...here, here: false },
      'en',
      'not-here-to-caption',
    ],
    ['a captioner lays it down', aroha, here, 'per_aroha', here, null, 'done'],
    ['somebody else takes it back', aroha, here, 'per_joost', here, null, 'only-facilitators'],
    [
      'a facilitator takes it back from who has gone',
      aroha,
      facilitates,
      'per_maren',
      { ...here, here: false },
      null,
      'done',
    ],
    [
      'after the end',
      nobody,
      { ...facilitates, over: true },
      'per_maren',
      here,
      'en',
      'gathering-over',
    ],
  ]
  for (const [words, captions, standing, by, theirs, language, told] of table) {
    const change = nameCaptioner(
      captions,
      { standing, by, sealed: false },
      { who: 'per_aroha', theirs, language },
    )
    assert.equal(answer(change), told, words)
  }
})

test('in a sealed gathering nobody is named and no engine let in; what is there is laid down', () => {
  const me = { standing: facilitates, by: 'per_maren', sealed: true }
  const naming = { who: 'per_aroha', theirs: here }
  assert.equal(answer(nameCaptioner(nobody, me, { ...naming, language: 'en' })), 'sealed')
  assert.equal(answer(nameCaptioner(aroha, me, { ...naming, language: null })), 'done')
  assert.equal(answer(letEngineIn(nobody, me, 'Hark')), 'sealed')
  assert.equal(answer(letEngineIn(nobody, me, null)), 'done')
})

test('a captioner in the room writes in the language they were named for; others do not', () => {
  const said = { text: 'We begin.', from: '2026-12-03T19:00:00.000Z', speaker: null }
  const change = sayLine(aroha, { standing: here, by: 'per_aroha', sealed: false }, said)
  assert.ok(!isRefusal(change))
  assert.deepEqual(change.facts, [
    { kind: 'captions.said', data: { ...said, language: 'en', by: 'per_aroha' } },
  ])
  assert.equal(
    answer(sayLine(aroha, { standing: here, by: 'per_joost', sealed: false }, said)),
    'not-a-captioner',
  )
  const away = { ...here, here: false }
  assert.equal(
    answer(sayLine(aroha, { standing: away, by: 'per_aroha', sealed: false }, said)),
    'not-in-the-room',
  )
})

const line = (seq: number, from: string, text: string, more: Partial<Line> = {}): Line => ({
  seq,
  at: from,
  from,
  language: 'en',
  by: 'per_aroha',
  speaker: 'per_chiara',
  text,
  hidden: false,
  ...more,
})

test('a line is hidden by who typed it and whose words it gives, also afterwards; by facilitators while it lasts', () => {
  const said = line(1, '2026-12-03T19:00:00.000Z', 'words')
  const over = { ...here, over: true }
  const table: [string, string, Standing, boolean][] = [
    ['who typed it', 'per_aroha', here, true],
    ['whose words it gives', 'per_chiara', over, true],
    ['a facilitator', 'per_maren', facilitates, true],
    ['a facilitator, afterwards', 'per_maren', { ...facilitates, over: true }, false],
    ['somebody else', 'per_joost', here, false],
  ]
  for (const [words, who, standing, may] of table)
    assert.equal(mayHide(said, who, standing), may, words)
})

test('a writer that says when a line began is believed for a minute back', () => {
  const now = '2026-12-03T19:05:00.000Z'
  assert.equal(begunAt(undefined, now), now)
  assert.equal(begunAt('2026-12-03T19:04:50.000Z', now), '2026-12-03T19:04:50.000Z')
  assert.equal(begunAt('2026-12-03T18:00:00.000Z', now), '2026-12-03T19:04:00.000Z')
  assert.equal(begunAt('2026-12-03T20:00:00.000Z', now), now)
})

const about = {
  language: 'en',
  start: '2026-12-03T19:00:00.000Z',
  nameOf: (who: string) => ({ per_chiara: 'Chiara <CB>' })[who] ?? '',
}

test('as WebVTT each line is a cue since the gathering began, as text one line with its time', () => {
  const lines = [
    line(2, '2026-12-03T19:00:05.500Z', 'Two of three --> must agree & sign'),
    line(1, '2026-12-03T19:00:02.000Z', 'One keeper.'),
    line(3, '2026-12-03T19:00:06.000Z', '', { hidden: true }),
    line(4, '2026-12-03T20:01:00.000Z', 'Hear, hear', { speaker: null }),
  ]
  assert.equal(
    vttOf(lines, about),
    `WEBVTT
Language: en

00:00:02.000 --> 00:00:03.000
<v Chiara &lt;CB&gt;>One keeper.

00:00:05.500 --> 00:00:07.767
<v Chiara &lt;CB&gt;>Two of three --&gt; must agree &amp; sign

01:01:00.000 --> 01:01:01.000
Hear, hear
`,
  )
  assert.equal(
    textOf(lines, about),
    '00:00:02 Chiara <CB>: One keeper.\n00:00:05 Chiara <CB>: Two of three --> must agree & sign\n01:01:00 Hear, hear\n',
  )
})

test('whatever is typed, no cue ends before it begins and no words look like a part of the file', () => {
  const words = fc.array(fc.tuple(fc.nat(600_000), fc.string({ minLength: 1 })))
  fc.assert(
    fc.property(words, (all) => {
      const lines = all.map(([ms, text], seq) =>
        line(seq, new Date(Date.parse(about.start) + ms).toISOString(), text),
      )
      const [, ...cues] = vttOf(lines, about).trimEnd().split('\n\n')
      return cues.every((cue) => {
        const [times = '', ...rest] = cue.split('\n')
        const [from = '', till = ''] = times.split(' --> ')
        return from < till && rest.length <= 1 && !rest.join('').includes('-->')
      })
    }),
  )
})

test('languages are tags', () => {
  const tags = ['en', 'pt-BR', 'zh-Hant', 'es-419', 'EN', 'english', 'en_GB', '../x']
  assert.deepEqual(
    tags.filter((tag) => Language.safeParse(tag).success),
    ['en', 'pt-BR', 'zh-Hant', 'es-419'],
  )
})
